/*
 * A reader of the rows of one table of a SQLite database (sqlite.org/fileformat2.html). The file comes out of an image that
 * anyone may have made, so it is not given to SQLite itself.
 */

const magic = 'SQLite format 3\0';
const leaf = 0x0d;
const interior = 0x05;
/** SQLite's own limit for a tree. */
const maxDepth = 20;

/** The rows of a table, each as its record. Throws `RangeError` if there is no such table, or the file is damaged. */
export function sqliteRows(file: Buffer, table: string): Buffer[] {
  if (file.toString('latin1', 0, 16) !== magic) throw new RangeError('not a SQLite database');
  const pages = new Pages(file);
  for (const record of pages.records(1)) {
    const [type, name, , root] = columnsOf(record);
    if (type?.toString() === 'table' && name?.toString() === table && root) {
      return pages.records(root.readUIntBE(0, root.length));
    }
  }
  throw new RangeError(`there is no table ${table}`);
}

/** The columns of a record as their bytes; null: NULL, or a number that stands in the header. Throws `RangeError`. */
export function columnsOf(record: Buffer): (Buffer | null)[] {
  const [headerBytes, first] = varint(record, 0);
  const columns: (Buffer | null)[] = [];
  let at = headerBytes;
  for (let next = first; next < headerBytes; ) {
    const [type, after] = varint(record, next);
    const bytes = bytesOf(type);
    if (at + bytes > record.length) throw new RangeError('a column is missing');
    columns.push(bytes === 0 && type < 12 ? null : record.subarray(at, at + bytes));
    at += bytes;
    next = after;
  }
  return columns;
}

/** Of a serial type. */
function bytesOf(type: number): number {
  return type >= 12 ? Math.floor((type - 12) / 2) : ([0, 1, 2, 3, 4, 6, 8, 8][type] ?? 0);
}

class Pages {
  readonly #file: Buffer;
  readonly #size: number;
  /** Without what extensions reserve at the end. */
  readonly #usable: number;
  readonly #seen = new Set<number>();
  /** No valid file has more content than bytes. */
  #budget: number;

  constructor(file: Buffer) {
    const size = file.readUInt16BE(16);
    this.#file = file;
    this.#size = size === 1 ? 65_536 : size;
    this.#usable = this.#size - (file[20] ?? 0);
    this.#budget = file.length;
    if (this.#usable < 480) throw new RangeError('pages are too small');
  }

  records(root: number): Buffer[] {
    const found: Buffer[] = [];
    this.#walk(root, 0, found);
    return found;
  }

  #walk(number: number, depth: number, found: Buffer[]): void {
    if (depth > maxDepth || this.#seen.has(number)) throw new RangeError('its tree is no tree');
    this.#seen.add(number);
    const page = this.#page(number);
    // Before the first page's, there is the header of the file.
    const head = number === 1 ? 100 : 0;
    const type = page[head];
    const count = page.readUInt16BE(head + 3);
    if (type !== leaf && type !== interior) throw new RangeError('another kind of page');
    const cells = head + (type === leaf ? 8 : 12);
    for (let i = 0; i < count; i++) {
      const cell = page.readUInt16BE(cells + 2 * i);
      if (type === leaf) found.push(this.#payload(page, cell));
      else this.#walk(page.readUInt32BE(cell), depth + 1, found);
    }
    if (type === interior) this.#walk(page.readUInt32BE(head + 8), depth + 1, found);
  }

  #page(number: number): Buffer {
    const at = (number - 1) * this.#size;
    if (number < 1 || at + this.#size > this.#file.length) throw new RangeError('a page is missing');
    return this.#file.subarray(at, at + this.#size);
  }

  #payload(page: Buffer, cell: number): Buffer {
    const [bytes, afterBytes] = varint(page, cell);
    const [, start] = varint(page, afterBytes);
    this.#budget -= bytes;
    if (this.#budget < 0) throw new RangeError('it has more content than bytes');
    const local = this.#localBytes(bytes);
    if (start + local > page.length) throw new RangeError('a row is missing');
    const parts = [page.subarray(start, start + local)];
    let left = bytes - local;
    let next = left > 0 ? page.readUInt32BE(start + local) : 0;
    while (left > 0) {
      const overflow = this.#page(next);
      const part = overflow.subarray(4, 4 + Math.min(left, this.#usable - 4));
      parts.push(part);
      left -= part.length;
      next = overflow.readUInt32BE(0);
    }
    return Buffer.concat(parts);
  }

  /** How much of a row is in its own page, and not in others that follow. */
  #localBytes(bytes: number): number {
    const max = this.#usable - 35;
    if (bytes <= max) return bytes;
    const min = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const fitting = min + ((bytes - min) % (this.#usable - 4));
    return fitting <= max ? fitting : min;
  }
}

/** A number of at most 8 bytes of seven bits, the highest first, and where it ends. Larger ones do not occur here. */
function varint(bytes: Buffer, at: number): [value: number, end: number] {
  let value = 0;
  for (let i = at; i < at + 8; i++) {
    const byte = bytes[i];
    if (byte === undefined) break;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, i + 1];
  }
  throw new RangeError('a number does not end');
}
