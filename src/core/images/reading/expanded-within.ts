import { type Compression, decompressed } from './decompressed.ts';
import { type Pieces, tapped } from './pieces.ts';
import type { Reading } from './reading.ts';

/**
 * What compressed data expands to, as long as that is no more than the limits allow. Its reader must read to the end or call
 * `close`. Throws Damaged. Failures: image.too-much.
 */
export function expandedWithin<Program>(
  reading: Reading<Program>,
  stored: Pieces,
  compression: Exclude<Compression, 'none'>,
): Pieces & { close(): Promise<void> } {
  const { expandedBytes, expansion } = reading.limits;
  let storedBytes = 0;
  let bytes = 0;
  const source = tapped(stored, (piece) => {
    storedBytes += piece.length;
  });
  const expanded = decompressed(source, compression);
  const within = tapped(expanded, (piece) => {
    bytes += piece.length;
    if (bytes > expandedBytes && bytes > expansion * storedBytes) throw reading.tooMuch('expansion');
  });
  return { ...within, close: () => expanded.close() };
}
