import type { InstallProgress } from '#contract/toolchains';
import { formatBytes } from '#contract/units';
import type { Host } from '../host.ts';

const barWidth = 24;

/** A bar of fixed width for a share between 0 and 1. */
export function bar(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * barWidth);
  return '█'.repeat(filled) + '░'.repeat(barWidth - filled);
}

/** One line about an install in progress: phase, bar, bytes of total, rate. */
export function progressLine(progress: InstallProgress, host: Pick<Host, 'text' | 'locale'>): string {
  const { locale, text } = host;
  const parts = [progress.version ?? '', text.install.phase[progress.phase]];
  if (progress.totalBytes) parts.push(bar(progress.bytes / progress.totalBytes));
  if (progress.bytes > 0) {
    const done = formatBytes(progress.bytes, locale);
    parts.push(
      progress.totalBytes ? text.install.bytesOf(done, formatBytes(progress.totalBytes, locale)) : done,
    );
  }
  if (progress.bytesPerSecond) parts.push(`${formatBytes(progress.bytesPerSecond, locale)}/s`);
  return parts.filter(Boolean).join('  ');
}

/**
 * Shows progress on stderr: on a terminal one line that is written over, elsewhere a line when the phase changes,
 * so that logs stay short.
 */
export function showProgress(host: Host): {
  update: (progress: InstallProgress) => void;
  end: () => void;
} {
  const live = process.stderr.isTTY;
  let phase: InstallProgress['phase'] | undefined;
  return {
    update(progress) {
      if (live) process.stderr.write(`\r\u001b[K${progressLine(progress, host)}`);
      else if (progress.phase !== phase) host.remark(progressLine(progress, host));
      phase = progress.phase;
    },
    end() {
      if (live && phase) process.stderr.write('\r\u001b[K');
    },
  };
}
