import { Bytes } from '../bytes/index.ts';
import { eachChained } from './chained-fixups.ts';
import type { Image } from './image.ts';

const entryBytes = 24;
const entryWords = entryBytes / 4;
const stepEntries = 32 * 1024;

/**
 * The content at an address with its pointers filled in, as the loader would do it: in position-independent 64-bit ELF
 * programs, they stand in tables of (where, how, what); in Mach-O programs they may be chained. Other content is returned as it is.
 */
export function withRelocations(image: Image, content: Bytes, address: number): Bytes {
  const isComplete = image.relocations.length === 0 && !image.fixupPages?.length;
  if (isComplete || content.pointerBytes !== 8) return content;
  const filled = Buffer.from(content.buffer);
  const view = new DataView(filled.buffer, filled.byteOffset, filled.length);
  const { littleEndian } = content;
  const fill = (where: number, low: number, high: number) => {
    const place = where - address;
    if (place < 0 || place + 8 > filled.length) return;
    view.setUint32(littleEndian ? place : place + 4, low, littleEndian);
    view.setUint32(littleEndian ? place + 4 : place, high, littleEndian);
  };
  eachRelocation(image, fill, { address, bytes: filled.length });
  return new Bytes(filled, littleEndian, 8);
}

/** Told an address that the loader fills in, and the halves of the pointer that it fills in. */
type Each = (address: number, low: number, high: number) => void;

/**
 * Calls `each` with every address that the loader fills in; see `withRelocations`. `within`: others than those in this
 * range may be left out. There are hundreds of thousands of them.
 */
export function eachRelocation(image: Image, each: Each, within?: { address: number; bytes: number }): void {
  if (image.bytes.pointerBytes !== 8) return;
  eachChained(image, each, within);
  for (const { offset, bytes } of image.relocations) {
    for (let from = 0; from + entryBytes <= bytes; from += stepEntries * entryBytes) {
      eachEntry(image.bytes.part(offset + from, Math.min(bytes - from, stepEntries * entryBytes)), each);
    }
  }
}

/** The entries of a part of a table of relocations. */
function eachEntry(entries: Bytes, each: Each): void {
  const [low, high] = entries.littleEndian ? [0, 1] : [1, 0];
  const words = entries.words();
  for (let at = 0; at + entryWords <= words.length; at += entryWords) {
    const upper = words[at + high] ?? 0;
    // A larger number is no address.
    if (upper > 0x1f_ffff) continue;
    each(upper * 2 ** 32 + (words[at + low] ?? 0), words[at + 4 + low] ?? 0, words[at + 4 + high] ?? 0);
  }
}
