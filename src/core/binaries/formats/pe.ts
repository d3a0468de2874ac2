import { peArch } from './architectures.ts';
import { type Bytes, type Content, Damaged } from '../bytes/index.ts';
import { bucketOfName } from './bucket-names.ts';
import { type BucketName, checkInside, type Image, type ImageSection } from './image.ts';

// Microsoft, "PE Format"
const containsCode = 0x20;
const initializedData = 0x40;
const execute = 0x2000_0000;
const write = 0x8000_0000;
const symbolBytes = 18;

/** Reads a PE program's section table. Throws `Damaged`. */
export function readPe(content: Content): Image {
  const header = content.bytes(true, 8);
  const start = header.u32(0x3c);
  const coff = header.part(start, 24);
  const optionalBytes = coff.u16(20);
  const wide = header.u16(start + 24) === 0x20b;
  const bytes = content.bytes(true, wide ? 8 : 4);
  const imageBase = bytes.pointer(start + 24 + (wide ? 24 : 28));
  const symbols = { offset: coff.u32(12), count: coff.u32(16) };
  const names = symbols.offset + symbols.count * symbolBytes;
  const table = start + 24 + optionalBytes;
  const sections = Array.from({ length: coff.u16(6) }, (_, i) =>
    readSection(bytes, bytes.part(table + i * 40, 40), imageBase, names),
  );
  const extras: Image['extras'] = [];
  const tables: Image['symbols'] = [];
  if (symbols.count > 0) {
    checkInside(bytes, symbols.offset, names - symbols.offset, 'the symbol table');
    const nameBytes = names + 4 <= bytes.length ? bytes.u32(names) : 0;
    checkInside(bytes, names, nameBytes, 'the table of symbol names');
    extras.push({ offset: symbols.offset, bytes: names + nameBytes - symbols.offset, bucket: 'symbols' });
    tables.push({ kind: 'pe', offset: symbols.offset, bytes: names - symbols.offset, names, nameBytes });
  }
  return {
    bytes,
    arch: peArch(coff.u16(4)),
    sections,
    mappings: sections.map(({ address, offset, fileBytes, writable }) => ({
      address,
      offset,
      bytes: fileBytes,
      writable,
    })),
    extras,
    stripped: symbols.count === 0,
    relocations: [],
    symbols: tables,
  };
}

function readSection(bytes: Bytes, at: Bytes, imageBase: number, names: number): ImageSection {
  const name = longName(bytes, at.text(0, 8), names);
  const fileBytes = at.u32(16);
  const offset = at.u32(20);
  const flags = at.u32(36);
  checkInside(bytes, offset, fileBytes, `section ${name}`);
  const writable = (flags & write) !== 0;
  return {
    name,
    offset,
    fileBytes,
    address: imageBase + at.u32(12),
    memoryBytes: at.u32(8),
    writable,
    bucket: bucketOf(name, flags, writable),
  };
}

/** A name longer than eight bytes is written as `/4`: an offset into the strings after the symbol table. */
function longName(bytes: Bytes, name: string, names: number): string {
  const reference = /^\/(\d{1,7})$/.exec(name);
  if (!reference) return name;
  const offset = names + Number(reference[1]);
  if (offset >= bytes.length) throw new Damaged(`the name of section ${name} is missing.`);
  return bytes.text(offset, 256);
}

function bucketOf(name: string, flags: number, writable: boolean): BucketName {
  const named = bucketOfName(name);
  if (named) return named;
  if (flags & containsCode || flags & execute) return 'code';
  if (!(flags & initializedData)) return 'other';
  return writable ? 'data' : 'read-only-data';
}
