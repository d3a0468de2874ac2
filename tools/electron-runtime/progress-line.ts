import type { Locale } from '#contract/locale';
import { formatBytes, formatDuration } from '#contract/units';
import type { StartText } from './text.ts';

export interface Transfer {
  bytes: number;
  /** null: the server did not say. */
  totalBytes: number | null;
  /** null: not known yet. */
  bytesPerSecond: number | null;
}

/** `Electron's runtime  45.2 MB of 110.3 MB  3.1 MB/s  21 s left`. */
export function progressLine(
  { bytes, totalBytes, bytesPerSecond }: Transfer,
  text: StartText,
  locale: Locale,
): string {
  const done = formatBytes(bytes, locale);
  const parts = [text.runtime, totalBytes === null ? done : text.of(done, formatBytes(totalBytes, locale))];
  if (bytesPerSecond !== null) parts.push(`${formatBytes(bytesPerSecond, locale)}/s`);
  if (bytesPerSecond && totalBytes !== null && bytes < totalBytes) {
    // Whole seconds: the rate is not steadier than that.
    const seconds = Math.ceil((totalBytes - bytes) / bytesPerSecond);
    parts.push(text.left(seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000, locale)));
  }
  return parts.join('  ');
}
