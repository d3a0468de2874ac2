import type { Bytes } from './bytes.ts';
import { Damaged } from './bytes.ts';
import type { Image } from './image.ts';

/** The position of Go's pclntab and of its parts. Offsets are file offsets. */
export interface FunctionTable {
  offset: number;
  address: number;
  /** Its end if it has its own section; otherwise the end of the section that contains it. */
  limit: number;
  /** It has its own section. */
  sectioned: boolean;
  functions: number;
  /** From the header: 0 since Go 1.26, and not reliable in position-independent programs. */
  textStart: number | null;
  names: number;
  units: number;
  /** Pairs of entry and record offsets, followed by the records; record offsets are relative to here. */
  index: number;
  /** The size of the fixed part of a function's record. */
  recordBytes: 40 | 44;
}

/** One function of the table. Addresses are relative to the start of the text. */
export interface FunctionEntry {
  start: number;
  end: number;
  name: string;
  /** Its index entry, its record with the offsets that follow it, and its name with the NUL. */
  tableBytes: number;
  /** Offset of its last piece of function data, within all function data; -1: it has none. */
  lastFuncData: number;
}

const indexEntryBytes = 8;
const none = 0xffff_ffff;
/** Five times as many as the largest programs have; protects memory from a hostile table. */
const maxFunctions = 2_000_000;
const maxNameBytes = 1024 * 1024;

/**
 * Finds the function table of Go 1.18 or newer (runtime/symtab.go, `pcHeader`). It has its own section, except in PE
 * and where a C linker merged it into another one. null: there is none, or its format is older.
 */
export function findFunctionTable(image: Image): FunctionTable | null {
  const named = image.sections.find((s) => /(^\.|\.|,__)gopclntab$/.test(s.name) && s.fileBytes > 0);
  if (named) return readHeader(image, named.offset, named.address, named.offset + named.fileBytes, true);
  for (const place of image.sections) {
    if (place.bucket !== 'read-only-data') continue;
    const limit = place.offset + place.fileBytes;
    for (const offset of findMagic(image.bytes, place.offset, limit)) {
      const table = readHeader(image, offset, place.address + offset - place.offset, limit, false);
      if (table) return table;
    }
  }
  return null;
}

function* findMagic(bytes: Bytes, from: number, limit: number): Generator<number> {
  const content = bytes.buffer.subarray(0, limit);
  for (const last of [0xf1, 0xf0]) {
    const magic = Buffer.from([last, 0xff, 0xff, 0xff, 0, 0]);
    if (!bytes.littleEndian) magic.subarray(0, 4).reverse();
    for (let at = content.indexOf(magic, from); at >= 0; at = content.indexOf(magic, at + 1)) yield at;
  }
}

function readHeader(
  image: Image,
  offset: number,
  address: number,
  limit: number,
  sectioned: boolean,
): FunctionTable | null {
  const { pointerBytes } = image.bytes;
  if (limit - offset < 8 + 8 * pointerBytes) return null;
  const header = image.bytes.part(offset, limit - offset);
  const magic = header.u32(0);
  const known = magic === 0xffff_fff0 || magic === 0xffff_fff1;
  if (!known || header.u16(4) !== 0 || header.u8(7) !== pointerBytes) return null;
  const word = (i: number) => header.pointer(8 + i * pointerBytes);
  const [functions, names, units, index] = [word(0), word(3), word(4), word(7)];
  if (functions > maxFunctions) return null;
  const ordered = names < units && units <= word(5) && word(5) <= word(6) && word(6) <= index;
  if (!ordered || index + functions * indexEntryBytes + 4 > header.length) return null;
  return {
    offset,
    address,
    limit,
    sectioned,
    functions,
    textStart: header.address(8 + 2 * pointerBytes),
    names: offset + names,
    units: offset + units,
    index: offset + index,
    recordBytes: magic === 0xffff_fff0 ? 40 : 44,
  };
}

/** Reads every function of the table, by address. Throws `Damaged` if any part of the table is inconsistent. */
export function readFunctions(bytes: Bytes, table: FunctionTable): FunctionEntry[] {
  const index = bytes.part(table.index, table.limit - table.index);
  const names = bytes.part(table.names, table.units - table.names);
  const entries: FunctionEntry[] = [];
  // Functions do not share names, so a table that refers to more name bytes than it has is hostile and would take very
  // long to read.
  let nameBytesLeft = names.length * 2;
  for (let i = 0; i < table.functions; i++) {
    const start = index.u32(i * indexEntryBytes);
    const end = index.u32((i + 1) * indexEntryBytes);
    if (end < start) throw new Damaged('its function table is not in order.');
    const record = index.u32(i * indexEntryBytes + 4);
    const name = readName(names, index.u32(record + 4), nameBytesLeft);
    nameBytesLeft -= name.bytes;
    const pcData = index.u32(record + 28);
    const funcData = index.u8(record + table.recordBytes - 1);
    const offsets = record + table.recordBytes + pcData * 4;
    entries.push({
      start,
      end,
      name: name.text,
      tableBytes: indexEntryBytes + table.recordBytes + (pcData + funcData) * 4 + name.bytes,
      lastFuncData: lastFuncData(index, offsets, funcData),
    });
  }
  return entries;
}

function readName(names: Bytes, offset: number, maxBytes: number): { text: string; bytes: number } {
  const end = names.part(offset, 0) && names.buffer.indexOf(0, offset);
  if (end < 0 || end - offset >= Math.min(maxBytes, maxNameBytes))
    throw new Damaged('its function names are not terminated.');
  return { text: names.buffer.toString('utf8', offset, end), bytes: end - offset + 1 };
}

function lastFuncData(index: Bytes, offsets: number, count: number): number {
  let last = -1;
  for (let i = 0; i < count; i++) {
    const offset = index.u32(offsets + i * 4);
    if (offset !== none && offset > last) last = offset;
  }
  return last;
}
