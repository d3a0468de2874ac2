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
  names: Bytes;
  /** Of each compilation unit, offsets in `files`; empty before Go 1.16. */
  units: Bytes;
  /** Paths of source files; empty before Go 1.16. */
  files: Bytes;
  /** Line, stack and inlining tables; offsets in records are relative to here. */
  pcTables: Bytes;
}

/** Words of a record, after the entry. */
const word = { name: 0, stackSizes: 12, files: 16, lines: 20, pcDataCount: 24, unit: 28 };
/** A function has no piece of function data of this kind. */
const none = 0xffff_ffff;

/** The number of tables that map addresses of a function to values: stack sizes, files, lines, and those of `pcTable`. */
export function pcTableCount({ records, recordAt }: FunctionList, i: number): number {
  return records.u32((recordAt[i] ?? 0) + word.pcDataCount);
}

/**
 * The offset in `pcTables` of one of those tables (internal/abi/symtab.go, `PCDATA_…`; 2 is the index of inlined calls);
 * 0: there is none.
 */
export function pcTable(list: FunctionList, i: number, kind: number): number {
  if (kind >= pcTableCount(list, i)) return 0;
  return list.records.u32(fixedEnd(list, i) + kind * 4);
}

/** Calls `found` with the offset in `pcTables` of every table of every function, also those of lines and stack sizes. */
export function eachPcTable(list: FunctionList, found: (i: number, offset: number) => void): void {
  const { count, records, recordAt } = list;
  for (let i = 0; i < count; i++) {
    const at = recordAt[i] ?? 0;
    for (let each = word.stackSizes; each <= word.lines; each += 4) {
      const offset = records.u32(at + each);
      if (offset !== 0) found(i, offset);
    }
    const first = fixedEnd(list, i);
    const end = first + pcTableCount(list, i) * 4;
    for (let each = first; each < end; each += 4) {
      const offset = records.u32(each);
      if (offset !== 0) found(i, offset);
    }
  }
}

/** The index in `units` of the list of files that a function's table of files refers to; null: it has none. */
export function unitOf({ table, records, recordAt }: FunctionList, i: number): number | null {
  if (table.layout === 'go1.2') return null;
  const unit = records.u32((recordAt[i] ?? 0) + word.unit);
  return unit === none ? null : unit;
}

/** The number of pieces of function data. */
export function functionDataCount(list: FunctionList, i: number): number {
  return list.records.u8(fixedEnd(list, i) - 1);
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
    const offset = list.records.u32(pointers + kind * 4);
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
  const read = (i: number) => (pointerEntries ? index.pointer(i * entryBytes) : index.u32(i * entryBytes));
  const first = pointerEntries ? read(0) : 0;
  if (read(2 * functions) - first > none) throw new Damaged('its functions are too far apart.');
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
    names,
    units,
    files,
    pcTables,
  };
  let previousEnd = 0;
  for (let i = 0; i < functions; i++) {
    const start = read(2 * i) - first;
    const next = read(2 * i + 2) - first;
    if (next < start) throw new Damaged('its function table is not in order.');
    const record = read(2 * i + 1);
    if (record < previousEnd) throw new Damaged('its function records overlap.');
    previousEnd = record + recordBytes;
    const fields = record + entryBytes;
    // It is there, with the number of pieces of function data, which is its last byte.
    records.u8(record + recordBytes - 1);
    const name = records.u32(fields + word.name);
    list.starts[i] = start;
    list.recordAt[i] = fields;
    list.nameAt[i] = name;
    list.packageOf[i] = packageNames.indexOf(name);
    list.codeBytes[i] = bodies
      ? (bodies[i] ?? 0)
      : sizes.of(records.u32(fields + word.stackSizes), next - start);
  }
  list.starts[functions] = read(2 * functions) - first;
  return list;
}

/** In position-independent programs before Go 1.18, the loader fills in the addresses of the functions. */
function tableBytes(image: Image, table: FunctionTable, end: number): Bytes {
  const content = image.bytes.part(table.offset, end - table.offset);
  return table.pointerEntries ? withRelocations(image, content, table.address) : content;
}
