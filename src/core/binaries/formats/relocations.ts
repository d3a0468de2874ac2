import { Bytes } from '../bytes/index.ts';
import type { Image } from './image.ts';

const entryBytes = 24;
const stepEntries = 32 * 1024;

/**
 * The content at an address with its pointers filled in, as the loader would do it: in position-independent 64-bit ELF
 * programs, they stand in tables of (where, how, what). Other content is returned as it is.
 */
export function withRelocations(image: Image, content: Bytes, address: number): Bytes {
  if (image.relocations.length === 0 || content.pointerBytes !== 8) return content;
  const filled = Buffer.from(content.buffer);
  for (const { offset, bytes } of image.relocations) {
    for (let from = 0; from + entryBytes <= bytes; from += stepEntries * entryBytes) {
      const entries = image.bytes.part(offset + from, Math.min(bytes - from, stepEntries * entryBytes));
      for (let at = 0; at + entryBytes <= entries.length; at += entryBytes) {
        const place = (entries.address(at) ?? -1) - address;
        if (place < 0 || place + 8 > filled.length) continue;
        // A pointer is copied as it stands: both sides have the byte order of the program.
        entries.buffer.copy(filled, place, at + 16, at + 24);
      }
    }
  }
  return new Bytes(filled, content.littleEndian, 8);
}
