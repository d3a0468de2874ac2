import type { InstallProgress } from '#contract/install-progress';
import { formatBytes } from '#contract/units';
import type { Host } from '../host.ts';
import { plain } from '../words/plain.ts';
import { cells } from './table.ts';

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

/** Cuts a line to the width of the terminal: a wrapped line could not be overwritten. */
function fitted(line: string, columns: number): string {
  let fits = line;
  while (cells(fits) >= columns) fits = fits.slice(0, -1);
  return fits;
}

/**
 * Shows progress on stderr: on a terminal in one line that is overwritten; otherwise as a new line when the phase or
 * the step of a build changes, so that logs stay short.
 */
export function showProgress(host: Host): {
  update: (progress: InstallProgress) => void;
  end: () => void;
} {
  const live = process.stderr.isTTY;
  let before: string | undefined;
  return {
    update(progress) {
      const line = progressLine(progress, host);
      const now = [progress.phase, progress.building?.step].join(' ');
      if (live) process.stderr.write(`\r\u001b[K${fitted(plain(line), process.stderr.columns)}`);
      else if (now !== before) host.remark(line);
      before = now;
    },
    end() {
      if (live && before) process.stderr.write('\r\u001b[K');
    },
  };
}
