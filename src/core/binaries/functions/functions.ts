import { type Bytes, Damaged } from '../bytes/index.ts';
import type { FunctionTable } from './function-table.ts';
import { type Image, withRelocations } from '../formats/index.ts';

/** One function of the table. */
export interface FunctionEntry {
  /** Relative to the first function's address before Go 1.18, and to the start of the text since. */
  start: number;
  /** Without the padding that follows it. */
  end: number;
  name: string;
  /** Its index entry, its record with the offsets that follow it, and its name with the NUL. */
  tableBytes: number;
  /** Offset of its last piece of function data, within all function data; -1: it has none, or before Go 1.18. */
  lastFuncData: number;
}

const none = 0xffff_ffff;
const maxNameBytes = 1024 * 1024;

/**
 * Reads every function of the table, by address, up to the offset `end` of the file. Calls `each` once a function;
 * nothing else is kept, because large programs have 100,000. Returns the address of the first function if the table has
 * it (before Go 1.18), and the bytes from the first function to the end of the last. Throws `Damaged` if any part of the
 * table is inconsistent, or refers to more bytes than it has, which would take very long to read.
 */
export function readFunctions(
  image: Image,
  table: FunctionTable,
  end: number,
  each: (entry: FunctionEntry) => void,
): { firstAddress: number | null; span: number } {
  const { pointerEntries, recordBytes, functions } = table;
  const whole = tableBytes(image, table, end);
  const at = (offset: number) => offset - table.offset;
  const index = whole.part(at(table.index), whole.length - at(table.index));
  const records = whole.part(at(table.records), whole.length - at(table.records));
  const names = whole.part(at(table.names), Math.min(at(table.namesEnd), whole.length) - at(table.names));
  const pcEnd = Math.min(at(table.pcTablesEnd), whole.length);
  const sizes = new FunctionSizes(whole.part(at(table.pcTables), pcEnd - at(table.pcTables)));
  const entryBytes = pointerEntries ? image.bytes.pointerBytes : 4;
  const read = (i: number) => (pointerEntries ? index.pointer(i * entryBytes) : index.u32(i * entryBytes));
  const quantum = Math.max(1, whole.u8(6));
  const first = pointerEntries ? read(0) : 0;
  let nameBytesLeft = names.length * 2;
  const firstStart = read(0) - first;
  let previousEnd = 0;
  for (let i = 0; i < functions; i++) {
    const start = read(2 * i) - first;
    const next = read(2 * i + 2) - first;
    if (next < start) throw new Damaged('its function table is not in order.');
    const record = read(2 * i + 1);
    if (record < previousEnd) throw new Damaged('its function records overlap.');
    previousEnd = record + recordBytes;
    const fields = record + entryBytes;
    const name = readName(names, records.u32(fields), nameBytesLeft);
    nameBytesLeft -= name.bytes;
    const pcData = records.u32(fields + 24);
    const funcData = records.u8(record + recordBytes - 1);
    const offsets = record + recordBytes + pcData * 4;
    const size = sizes.at(records.u32(fields + 12)) * quantum;
    each({
      start,
      end: size > 0 && start + size < next ? start + size : next,
      name: name.text,
      tableBytes: 2 * entryBytes + recordBytes + pcData * 4 + funcData * entryBytes + name.bytes,
      lastFuncData: pointerEntries ? -1 : lastFuncData(records, offsets, funcData),
    });
  }
  return { firstAddress: pointerEntries ? first : null, span: read(2 * functions) - first - firstStart };
}

/** In position-independent programs before Go 1.18, the loader fills in the addresses of the functions. */
function tableBytes(image: Image, table: FunctionTable, end: number): Bytes {
  const content = image.bytes.part(table.offset, end - table.offset);
  return table.pointerEntries ? withRelocations(image, content, table.address) : content;
}

function readName(names: Bytes, offset: number, maxBytes: number): { text: string; bytes: number } {
  const end = names.part(offset, 0) && names.buffer.indexOf(0, offset);
  if (end < 0 || end - offset >= Math.min(maxBytes, maxNameBytes))
    throw new Damaged('its function names are not terminated.');
  return { text: names.buffer.toString('utf8', offset, end), bytes: end - offset + 1 };
}

function lastFuncData(records: Bytes, offsets: number, count: number): number {
  let last = -1;
  for (let i = 0; i < count; i++) {
    const offset = records.u32(offsets + i * 4);
    if (offset !== none && offset > last) last = offset;
  }
  return last;
}

/**
 * The sizes of functions, from their tables of stack sizes: pairs of varints (the change of the value, the number of
 * instruction units for which it holds) that end with a 0 and cover the function exactly, without the padding after it
 * (cmd/link/internal/ld/pcln.go).
 */
class FunctionSizes {
  readonly #tables: Buffer;
  #bytesLeft: number;

  constructor(tables: Bytes) {
    this.#tables = tables.buffer;
    // Functions of the same shape share a table, so all of them together are larger than what is stored.
    this.#bytesLeft = 1_000_000 + tables.length * 8;
  }

  /** In instruction units; 0: the function has no table. Throws `Damaged`. */
  at(offset: number): number {
    if (offset === 0) return 0;
    const tables = this.#tables;
    let at = offset;
    let units = 0;
    for (let first = true; ; first = false) {
      const change = tables[at];
      if (change === undefined) throw new Damaged('a table of stack sizes is not terminated.');
      if (change === 0 && !first) break;
      while ((tables[at++] ?? 0) >= 0x80);
      let scale = 1;
      for (;;) {
        const byte = tables[at++] ?? 0;
        units += (byte & 0x7f) * scale;
        if (byte < 0x80) break;
        scale *= 128;
      }
    }
    this.#bytesLeft -= at - offset + 1;
    if (this.#bytesLeft < 0) throw new Damaged('its tables of stack sizes overlap.');
    return units;
  }
}
