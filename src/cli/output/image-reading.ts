import type { ImageReadProgress } from '#contract/image-calls';
import { formatBytes } from '#contract/units';
import type { Host } from '../host.ts';
import { progressOnOneLine } from './one-line.ts';
import { bar } from './progress.ts';

/** Shows how far the reading of an image is; in a log, one line each time another tenth of it is read. */
export function showReading(host: Host): { update: (progress: ImageReadProgress) => void; end: () => void } {
  const line = progressOnOneLine(host);
  return {
    update: (progress) => line.update(readingLine(progress, host), stepOf(progress)),
    end: line.end,
  };
}

/** `Reading the image  ████░░░░  12 MB of 80 MB`. Pure. */
export function readingLine(
  { bytesRead, totalBytes, entries }: ImageReadProgress,
  { text, locale }: Pick<Host, 'text' | 'locale'>,
): string {
  const words = text.imageRecord;
  if (bytesRead === 0) return words.preparing;
  const done = formatBytes(bytesRead, locale);
  const parts = totalBytes
    ? [bar(bytesRead / totalBytes), text.install.bytesOf(done, formatBytes(totalBytes, locale))]
    : [done, words.entries(entries)];
  return [words.reading, ...parts].join('  ');
}

function stepOf({ bytesRead, totalBytes }: ImageReadProgress): string {
  if (bytesRead === 0) return 'preparing';
  return totalBytes ? String(Math.floor((10 * bytesRead) / totalBytes)) : 'reading';
}
