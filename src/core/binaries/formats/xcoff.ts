import { type Content, Damaged } from '../bytes/index.ts';
import { type BucketName, checkInside, type Image, type ImageSection } from './image.ts';

// AIX, "XCOFF Object File Format", for 64 bits; Go builds no other.
export const xcoffMagic = 0x01f7;
const headerBytes = 24;
const sectionBytes = 72;
const symbolBytes = 18;

/** The kind of a section, by the low half of its flags. */
const kinds: Record<number, BucketName> = {
  0x10: 'debug-info',
  0x20: 'code',
  0x40: 'data',
  0x80: 'data',
  0x1000: 'other',
  0x2000: 'debug-info',
};

/** Reads a program of AIX. Its text section also holds the read-only data. Throws `Damaged`. */
export function readXcoff(content: Content): Image {
  const bytes = content.bytes(false, 8);
  const count = bytes.u16(2);
  const symbols = { offset: bytes.u64(8), count: bytes.u32(20) };
  const table = headerBytes + bytes.u16(16);
  const sections = Array.from({ length: count }, (_, i): ImageSection => {
    const at = bytes.part(table + i * sectionBytes, sectionBytes);
    const name = at.text(0, 8);
    const size = at.u64(24);
    const offset = at.u64(32);
    const kind = at.u32(64) & 0xffff;
    const fileBytes = kind === 0x80 || offset === 0 ? 0 : size;
    checkInside(bytes, offset, fileBytes, `section ${name}`);
    const loaded = kind === 0x20 || kind === 0x40 || kind === 0x80;
    return {
      name,
      offset,
      fileBytes,
      address: loaded ? at.u64(16) : 0,
      memoryBytes: loaded ? size : 0,
      writable: kind === 0x40 || kind === 0x80,
      bucket: kinds[kind] ?? 'other',
      holdsTables: kind === 0x20,
    };
  });
  const extras: Image['extras'] = [];
  if (symbols.count > 0) {
    const tableBytes = symbols.count * symbolBytes;
    checkInside(bytes, symbols.offset, tableBytes, 'the symbol table');
    const names = symbols.offset + tableBytes;
    const nameBytes = names + 4 <= bytes.length ? bytes.u32(names) : 0;
    if (names + nameBytes > bytes.length) throw new Damaged('its symbol names end after the file.');
    extras.push({ offset: symbols.offset, bytes: tableBytes + nameBytes, bucket: 'symbols' });
  }
  return {
    bytes,
    arch: 'ppc64',
    sections,
    mappings: sections
      .filter((s) => s.fileBytes > 0 && s.memoryBytes > 0)
      .map((s) => ({ address: s.address, offset: s.offset, bytes: s.fileBytes, writable: s.writable })),
    extras,
    stripped: symbols.count === 0,
    relocations: [],
  };
}
