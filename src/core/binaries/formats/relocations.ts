import { Bytes } from '../bytes/index.ts';
import { eachChained } from './chained-fixups.ts';
import type { Image } from './image.ts';

const entryBytes = 24;
const stepEntries = 32 * 1024;

/**
 * The content at an address with its pointers filled in, as the loader would do it: in position-independent 64-bit ELF
 * programs, they stand in tables of (where, how, what); in Mach-O programs they may be chained. Other content is returned as it is.
 */
export function withRelocations(image: Image, content: Bytes, address: number): Bytes {
  const isComplete = image.relocations.length === 0 && !image.fixupPages?.length;
  if (isComplete || content.pointerBytes !== 8) return content;
  const filled = Buffer.from(content.buffer);
  const fill = (where: number, at: number, entry: Buffer) => {
    const place = where - address;
    // A pointer is copied as it stands: both sides have the byte order of the program.
    if (place >= 0 && place + 8 <= filled.length) copyPointer(entry, at, filled, place);
  };
  eachRelocation(image, fill, { address, bytes: filled.length });
  return new Bytes(filled, content.littleEndian, 8);
}

/**
 * Calls `each` with every address that the loader fills in, and where in `entry` the pointer stands that it fills in; see
 * `withRelocations`. `within`: others than those in this range may be left out.
 */
export function eachRelocation(
  image: Image,
  each: (address: number, at: number, entry: Buffer) => void,
  within?: { address: number; bytes: number },
): void {
  if (image.bytes.pointerBytes !== 8) return;
  eachChained(image, each, within);
  for (const { offset, bytes } of image.relocations) {
    for (let from = 0; from + entryBytes <= bytes; from += stepEntries * entryBytes) {
      const length = Math.min(bytes - from, stepEntries * entryBytes);
      const entries = image.bytes.part(offset + from, length);
      for (let at = 0; at + entryBytes <= length; at += entryBytes) {
        const address = entries.address(at);
        if (address !== null) each(address, at + 16, entries.buffer);
      }
    }
  }
}

/** Copies eight bytes. There are hundreds of thousands of pointers, for which `Buffer.copy` takes too long. */
export function copyPointer(from: Uint8Array, at: number, to: Uint8Array, place: number): void {
  for (let i = 0; i < 8; i++) to[place + i] = from[at + i] ?? 0;
}
