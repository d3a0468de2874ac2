import { type Bytes, occurrences } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';

/** The position of Go's pclntab and of its parts. Offsets are file offsets. */
export interface FunctionTable {
  layout: TableLayout;
  offset: number;
  address: number;
  /** Its end if it has its own section; otherwise the end of the section that contains it. */
  limit: number;
  /** It has its own section. */
  sectioned: boolean;
  functions: number;
  /** Names of functions; name offsets are relative to here. */
  names: number;
  /** The end of the names; before Go 1.16, they stand between the records, up to the limit. */
  namesEnd: number;
  /** What the compilation units refer to; before Go 1.16, the names. */
  units: number;
  /** Paths of source files; before Go 1.16, the names. */
  files: number;
  /** Line and stack tables; their offsets are relative to here. */
  pcTables: number;
  /** The end of the line and stack tables, as for the names. */
  pcTablesEnd: number;
  /** Pairs of entry and record offsets, followed by the records. */
  index: number;
  /** Record offsets are relative to here: the index, or before Go 1.16 the whole table. */
  records: number;
  /** Before Go 1.18, addresses are pointers. */
  pointerEntries: boolean;
  /** The size of the fixed part of a function's record. */
  recordBytes: number;
}

/** Each release that changed the format changed the magic number, except for Go 1.17 and those after 1.20. */
export type TableLayout = 'go1.2' | 'go1.16' | 'go1.18' | 'go1.20';

/** internal/abi/symtab.go, by the last byte of the magic number. */
const layouts: Record<number, TableLayout> = {
  0xfb: 'go1.2',
  0xfa: 'go1.16',
  0xf0: 'go1.18',
  0xf1: 'go1.20',
};

/** The words of the header of Go 1.16 and newer (runtime/symtab.go, `pcHeader`); Go 1.18 inserted `textStart`. */
const words = {
  'go1.16': { names: 2, units: 3, files: 4, pcTables: 5, index: 6 },
  'go1.18': { names: 3, units: 4, files: 5, pcTables: 6, index: 7 },
};

/** What follows the entry in the fixed part of a record (runtime/runtime2.go, `_func`). */
const bytesAfterEntry: Record<TableLayout, number> = {
  'go1.2': 32,
  'go1.16': 36,
  'go1.18': 36,
  'go1.20': 40,
};

/** Five times as many as the largest programs have; protects memory from a hostile table. */
const maxFunctions = 2_000_000;
/** A program has one, and one more for each Go program that it embeds. */
const maxTables = 16;

/**
 * Finds what can be function tables of Go 1.2 or newer. They have their own section, except in formats and with linkers
 * that merge it into another one; there, a program that is embedded in this one has a table too. Empty: there is none,
 * or its magic number was changed.
 */
export function findFunctionTables(image: Image): FunctionTable[] {
  const named = image.sections.find((s) => /(^\.|\.|,__)gopclntab$/.test(s.name) && s.fileBytes > 0);
  if (named) {
    const table = readHeader(image, named.offset, named.address, named.offset + named.fileBytes, true);
    return table ? [table] : [];
  }
  const tables: FunctionTable[] = [];
  for (const place of image.sections) {
    if (place.bucket !== 'read-only-data' && !place.holdsTables) continue;
    const limit = place.offset + place.fileBytes;
    for (const offset of findMagic(image.bytes, place.offset, limit)) {
      const table = readHeader(image, offset, place.address + offset - place.offset, limit, false);
      if (table) tables.push(table);
      if (tables.length >= maxTables) return tables;
    }
  }
  return tables;
}

/** The bytes that the magic numbers of all layouts have in common are searched for. */
function* findMagic(bytes: Bytes, from: number, limit: number): Generator<number> {
  const common = bytes.littleEndian ? [0xff, 0xff, 0xff, 0, 0] : [0xff, 0xff, 0xff];
  for (const at of occurrences(bytes, Buffer.from(common), from, limit)) {
    const offset = bytes.littleEndian ? at - 1 : at;
    if (offset >= from) yield offset;
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
  const bytes = limit - offset;
  if (bytes < 8 + 8 * pointerBytes) return null;
  const header = image.bytes.part(offset, 8 + 8 * pointerBytes);
  const magic = header.u32(0);
  const layout = magic >>> 8 === 0xff_ffff ? layouts[magic & 0xff] : undefined;
  if (!layout || header.u16(4) !== 0 || header.u8(7) !== pointerBytes) return null;
  const word = (i: number) => header.address(8 + i * pointerBytes) ?? Number.MAX_SAFE_INTEGER;
  const functions = word(0);
  if (functions === 0 || functions > maxFunctions) return null;
  const pointerEntries = layout === 'go1.2' || layout === 'go1.16';
  const entryBytes = pointerEntries ? pointerBytes : 4;
  const known = { layout, offset, address, limit, sectioned, functions, pointerEntries };
  const recordBytes = entryBytes + bytesAfterEntry[layout];
  const fits = (index: number) => index + functions * 2 * entryBytes + entryBytes <= bytes;
  if (layout === 'go1.2') {
    const index = 8 + pointerBytes;
    if (!fits(index)) return null;
    return {
      ...known,
      names: offset,
      namesEnd: limit,
      units: offset,
      files: offset,
      pcTables: offset,
      pcTablesEnd: limit,
      index: offset + index,
      records: offset,
      recordBytes,
    };
  }
  const at = words[layout === 'go1.16' ? 'go1.16' : 'go1.18'];
  const [names, units, files, pcTables, index] = [
    word(at.names),
    word(at.units),
    word(at.files),
    word(at.pcTables),
    word(at.index),
  ];
  const ordered = names < units && units <= files && files <= pcTables && pcTables <= index;
  if (!ordered || !fits(index)) return null;
  return {
    ...known,
    names: offset + names,
    namesEnd: offset + units,
    units: offset + units,
    files: offset + files,
    pcTables: offset + pcTables,
    pcTablesEnd: offset + index,
    index: offset + index,
    records: offset + index,
    recordBytes,
  };
}
