import { type Bytes, Damaged } from '../bytes/index.ts';
import { FunctionSizes } from './function-sizes.ts';
import type { FunctionTable } from './function-table.ts';
import { type Image, withRelocations } from '../formats/index.ts';
import { PackageNames } from './package-names.ts';
import { Packages } from './packages.ts';

/**
 * The functions of a program in the order of their addresses, as columns: large programs have 100,000. Function `i` is
 * in `packages[packageOf[i]]`; its code is at `base + starts[i]` in memory, with `codeBytes[i]` bytes, then padding up
 * to `base + starts[i + 1]`. `functionName`, `pcTable` and `functionData` read the rest of it.
 */
export interface FunctionList {
  count: number;
  /** The address of the first function before Go 1.18, and of the start of the text since; null: not known. */
  base: number | null;
  /** One more than functions: the last is the end of the code. In WebAssembly, they are not addresses. */
  starts: Uint32Array;
  /** Without the padding that follows it. */
  codeBytes: Uint32Array;
  packages: readonly string[];
  packageOf: Uint32Array;
  /** Offset in `names`. */
  nameAt: Uint32Array;
  /** Offset in `records` of what follows the entry in its record (runtime/runtime2.go, `_func`). */
  recordAt: Uint32Array;
  table: FunctionTable;
  /** The index, and the records behind it; offsets in `recordAt` are relative to its start. */
  records: Bytes;
  /** The same, as numbers of 32 bits: records are aligned. */
  words: Uint32Array;
  names: Bytes;
  /** Of each compilation unit, offsets in `files`; empty before Go 1.16. */
  units: Bytes;
  /** Paths of source files; empty before Go 1.16. */
  files: Bytes;
  /** Line, stack and inlining tables; offsets in records are relative to here. */
  pcTables: Bytes;
}

/** Words of a record, after the entry. */
const word = { name: 0, stackSizes: 3, files: 4, lines: 5, pcDataCount: 6, unit: 7 };
/** A function has no piece of function data of this kind. */
const none = 0xffff_ffff;

/** The number of tables that map addresses of a function to values: stack sizes, files, lines, and those of `pcTable`. */
export function pcTableCount(list: FunctionList, i: number): number {
  return wordAt(list, i, word.pcDataCount);
}

/**
 * The offset in `pcTables` of one of those tables (internal/abi/symtab.go, `PCDATA_…`; 2 is the index of inlined calls);
 * 0: there is none.
 */
export function pcTable(list: FunctionList, i: number, kind: number): number {
  if (kind >= pcTableCount(list, i)) return 0;
  return list.words[(fixedEnd(list, i) >>> 2) + kind] ?? 0;
}

/**
 * Calls `found` with the offset in `pcTables` of every table of every function, also those of lines and stack sizes.
 * Throws `Damaged`.
 */
export function eachPcTable(list: FunctionList, found: (i: number, offset: number) => void): void {
  const { count, words, recordAt, table, records } = list;
  const fixedWords = (table.recordBytes - (table.pointerEntries ? records.pointerBytes : 4)) >>> 2;
  for (let i = 0; i < count; i++) {
    const at = (recordAt[i] ?? 0) >>> 2;
    const first = at + fixedWords;
    const end = first + (words[at + word.pcDataCount] ?? 0);
    if (end > words.length) throw new Damaged('a function has more tables than fit.');
    for (let each = at + word.stackSizes; each <= at + word.lines; each++) {
      const offset = words[each] ?? 0;
      if (offset !== 0) found(i, offset);
    }
    for (let each = first; each < end; each++) {
      const offset = words[each] ?? 0;
      if (offset !== 0) found(i, offset);
    }
  }
}

/** The index in `units` of the list of files that a function's table of files refers to; null: it has none. */
export function unitOf(list: FunctionList, i: number): number | null {
  if (list.table.layout === 'go1.2') return null;
  const unit = wordAt(list, i, word.unit);
  return unit === none ? null : unit;
}

/** The number of pieces of function data. */
export function functionDataCount(list: FunctionList, i: number): number {
  return list.records.buffer[fixedEnd(list, i) - 1] ?? 0;
}

/**
 * One piece of function data (internal/abi/symtab.go, `FUNCDATA_…`; 3 is the tree of inlined calls): its address before
 * Go 1.18, its offset in the moduledata's function data since; null: there is none.
 */
export function functionData(list: FunctionList, i: number, kind: number): number | null {
  if (kind >= functionDataCount(list, i)) return null;
  const { pointerEntries } = list.table;
  const pointers = functionDataAt(list, i);
  if (!pointerEntries) {
    const offset = list.words[(pointers >>> 2) + kind] ?? none;
    return offset === none ? null : offset;
  }
  return list.records.address(pointers + kind * list.records.pointerBytes) || null;
}

/** Where the list of function data is: the pointers of old tables are aligned. */
function functionDataAt(list: FunctionList, i: number): number {
  const at = fixedEnd(list, i) + pcTableCount(list, i) * 4;
  if (!list.table.pointerEntries || list.records.pointerBytes === 4) return at;
  const inTable = list.table.records - list.table.offset + at;
  return at + (inTable % 8 === 0 ? 0 : 4);
}

/** A word of a record, of the part that all have: `readFunctionList` has checked that it is there. */
function wordAt({ words, recordAt }: FunctionList, i: number, index: number): number {
  return words[((recordAt[i] ?? 0) >>> 2) + index] ?? 0;
}

function fixedEnd({ table, records, recordAt }: FunctionList, i: number): number {
  return (recordAt[i] ?? 0) + table.recordBytes - (table.pointerEntries ? records.pointerBytes : 4);
}

/** The name of a function, as Go's linker wrote it (`%2e` is a dot). */
export function functionName({ names, nameAt }: FunctionList, i: number): string {
  const at = nameAt[i] ?? 0;
  return names.buffer.toString('utf8', at, names.buffer.indexOf(0, at));
}

/**
 * Reads every function of the table, up to the offset `end` of the file. `sizes` is the machine code of each function, if
 * it is not at their addresses. Throws `Damaged` if any part of the table is inconsistent, or refers to more bytes than it
 * has, which would take very long to read.
 */
export function readFunctionList(
  image: Image,
  table: FunctionTable,
  end: number,
  bodies?: readonly number[],
): FunctionList {
  const { pointerEntries, recordBytes, functions } = table;
  const whole = tableBytes(image, table, end);
  const at = (offset: number) => offset - table.offset;
  const index = whole.part(at(table.index), whole.length - at(table.index));
  const records = whole.part(at(table.records), whole.length - at(table.records));
  const names = whole.part(at(table.names), Math.min(at(table.namesEnd), whole.length) - at(table.names));
  const pcEnd = Math.min(at(table.pcTablesEnd), whole.length);
  const pcTables = whole.part(at(table.pcTables), pcEnd - at(table.pcTables));
  const [units, files] = [
    whole.part(at(table.units), table.files - table.units),
    whole.part(at(table.files), Math.max(0, table.layout === 'go1.2' ? 0 : table.pcTables - table.files)),
  ];
  const entryBytes = pointerEntries ? image.bytes.pointerBytes : 4;
  const { first, entries } = readIndex(index, functions, pointerEntries);
  const packages = new Packages();
  const packageNames = new PackageNames(names, table.layout === 'go1.20', packages);
  const sizes = new FunctionSizes(pcTables, Math.max(1, whole.u8(6)));
  const list: FunctionList = {
    count: functions,
    base: pointerEntries ? first : null,
    starts: new Uint32Array(functions + 1),
    codeBytes: new Uint32Array(functions),
    packages: packages.list,
    packageOf: new Uint32Array(functions),
    nameAt: new Uint32Array(functions),
    recordAt: new Uint32Array(functions),
    table,
    records,
    words: records.words(),
    names,
    units,
    files,
    pcTables,
  };
  const { words, starts, codeBytes, packageOf, nameAt, recordAt } = list;
  let previousEnd = 0;
  for (let i = 0; i < functions; i++) {
    const start = entries[2 * i] ?? 0;
    const record = entries[2 * i + 1] ?? 0;
    const next = entries[2 * i + 2] ?? 0;
    if (next < start) throw new Damaged('its function table is not in order.');
    if (record < previousEnd) throw new Damaged('its function records overlap.');
    previousEnd = record + recordBytes;
    // The last byte is the number of pieces of function data.
    if (previousEnd > records.length || record % 4 !== 0)
      throw new Damaged('its function records are outside of the table.');
    const fields = record + entryBytes;
    const name = words[fields >>> 2] ?? 0;
    starts[i] = start;
    recordAt[i] = fields;
    nameAt[i] = name;
    packageOf[i] = packageNames.indexOf(name);
    codeBytes[i] = bodies
      ? (bodies[i] ?? 0)
      : sizes.of(words[(fields >>> 2) + word.stackSizes] ?? 0, next - start);
  }
  starts[functions] = entries[2 * functions] ?? 0;
  return list;
}

/**
 * The index: for each function its start, relative to the `first`, and where its record is; then the end of the last
 * function. Throws `Damaged`.
 */
function readIndex(
  index: Bytes,
  functions: number,
  pointerEntries: boolean,
): { first: number; entries: Uint32Array } {
  const count = 2 * functions + 1;
  if (!pointerEntries) {
    const entries = index.words();
    if (entries.length < count) throw new Damaged('its function table ends too early.');
    return { first: 0, entries };
  }
  const entries = new Uint32Array(count);
  const first = index.pointer(0);
  for (let i = 0; i < count; i++) {
    const value = index.pointer(i * index.pointerBytes) - (i % 2 === 0 ? first : 0);
    if (value < 0 || value > none) throw new Damaged('its functions are too far apart.');
    entries[i] = value;
  }
  return { first, entries };
}

/** In position-independent programs before Go 1.18, the loader fills in the addresses of the functions. */
function tableBytes(image: Image, table: FunctionTable, end: number): Bytes {
  const content = image.bytes.part(table.offset, end - table.offset);
  return table.pointerEntries ? withRelocations(image, content, table.address) : content;
}
