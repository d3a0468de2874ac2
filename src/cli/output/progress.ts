import type { InstallProgress } from '#contract/install-progress';
import { formatBytes } from '#contract/units';
import type { Host } from '../host.ts';
import { progressOnOneLine } from './one-line.ts';

const barWidth = 24;

/** A progress bar of fixed width; `share` is from 0 to 1. */
export function bar(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * barWidth);
  return '█'.repeat(filled) + '░'.repeat(barWidth - filled);
}

/** One line about an install: phase, bar, bytes of the total, rate. */
export function progressLine(progress: InstallProgress, host: Pick<Host, 'text' | 'locale'>): string {
  const { locale, text } = host;
  const parts = [progress.version ?? '', text.install.phase[progress.phase]];
  if (progress.bytes > 0) {
    if (progress.totalBytes) parts.push(bar(progress.bytes / progress.totalBytes));
    const done = formatBytes(progress.bytes, locale);
    parts.push(
      progress.totalBytes ? text.install.bytesOf(done, formatBytes(progress.totalBytes, locale)) : done,
    );
  }
  if (progress.building) parts.push(...buildingWords(progress.building, host));
  if (progress.bytesPerSecond) parts.push(`${formatBytes(progress.bytesPerSecond, locale)}/s`);
  return parts.filter(Boolean).join('  ');
}

/** For a build from source: `███░░░  step 4 of 7  cmd/link`. */
function buildingWords(
  { step, steps, package: path }: NonNullable<InstallProgress['building']>,
  { text }: Pick<Host, 'text'>,
): string[] {
  return [bar((step - 1) / steps), text.install.stepOf(step, steps), path ?? ''];
}

/**
 * Shows progress on stderr: on a terminal in one line that is overwritten; otherwise as a new line when the phase or
 * the step of a build changes, so that logs stay short.
 */
export function showProgress(host: Host): {
  update: (progress: InstallProgress) => void;
  end: () => void;
} {
  const line = progressOnOneLine(host);
  return {
    update: (progress) =>
      line.update(progressLine(progress, host), [progress.phase, progress.building?.step].join(' ')),
    end: line.end,
  };
}
