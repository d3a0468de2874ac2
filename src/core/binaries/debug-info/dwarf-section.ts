import { inflateSync } from 'node:zlib';
import type { Bytes } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';

/** More than the debug information of all but the largest programs; protects memory from a hostile one. */
const maxBytes = 64 * 1024 * 1024;
const zlib = 1;

/** What a section of debug information is called in the standard: `info` for `.debug_info`; empty: it is none. Pure. */
export function dwarfName(section: string): string {
  return /^(?:__DWARF,__|\.)z?debug_(.*)$/.exec(section)?.[1] ?? '';
}

/** A section of debug information (`info`, `str`, …), decompressed; null: there is none, or it cannot be. Throws `Damaged`. */
export function dwarfSection(image: Image, name: string): Bytes | null {
  const section = image.sections.find((s) => dwarfName(s.name) === name);
  if (!section || section.fileBytes === 0 || section.fileBytes > maxBytes) return null;
  const content = image.bytes.part(section.offset, section.fileBytes);
  // Before ELF had compressed sections, the name told: `ZLIB` and the size, with the highest byte first.
  if (isOldCompressed(section.name)) return inflated(content, 12);
  if (!isCompressed(section)) return content;
  return content.u32(0) === zlib ? inflated(content, content.pointerBytes === 8 ? 24 : 12) : null;
}

/** Whether the bytes of a section in the file are fewer than it has. */
export function isCompressed({ name, compressed }: Image['sections'][number]): boolean {
  return isOldCompressed(name) || compressed === true;
}

function isOldCompressed(name: string): boolean {
  return /^(__DWARF,__|\.)zdebug_/.test(name);
}

/** Debug information is compressed to a third or a quarter. */
const maxRatio = 30;

function inflated(content: Bytes, headerBytes: number): Bytes | null {
  const maxOutputLength = Math.min(maxBytes, 1_000_000 + content.length * maxRatio);
  try {
    return content.over(inflateSync(content.buffer.subarray(headerBytes), { maxOutputLength }));
  } catch {
    return null;
  }
}
