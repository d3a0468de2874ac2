import { inflateSync } from 'node:zlib';
import type { Bytes } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';

/** More than the debug information of all but the largest programs; protects memory from a hostile one. */
const maxBytes = 64 * 1024 * 1024;
const zlib = 1;

/** A section of debug information (`info`, `str`, …), decompressed; null: there is none, or it cannot be. Throws `Damaged`. */
export function dwarfSection(image: Image, name: string): Bytes | null {
  const section = image.sections.find((s) => s.name === `.debug_${name}` || s.name === `.zdebug_${name}`);
  if (!section || section.fileBytes === 0 || section.fileBytes > maxBytes) return null;
  const content = image.bytes.part(section.offset, section.fileBytes);
  // Before ELF had compressed sections, the name told: `ZLIB` and the size, with the highest byte first.
  if (section.name.startsWith('.z')) return inflated(content, 12);
  if (!section.compressed) return content;
  return content.u32(0) === zlib ? inflated(content, content.pointerBytes === 8 ? 24 : 12) : null;
}

function inflated(content: Bytes, headerBytes: number): Bytes | null {
  try {
    return content.over(inflateSync(content.buffer.subarray(headerBytes), { maxOutputLength: maxBytes }));
  } catch {
    return null;
  }
}
