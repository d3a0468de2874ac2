/*
 * A reader of the values of a hash database of Berkeley DB, in which rpm kept packages until 2020, as in Red Hat Enterprise
 * Linux 8 (Berkeley DB 5.3, dbinc/db_page.h).
 */

const hashMagic = 0x06_15_61;
const pageHeaderBytes = 26;
const pageTypes = { unsortedHash: 2, overflow: 7, hash: 13 };
const itemTypes = { inPage: 1, onOtherPages: 3 };

/** The values of all entries, in no order. Throws `RangeError` if this is no such database, or a damaged one. */
export function berkeleyValues(file: Buffer): Buffer[] {
  const littleEndian = file.readUInt32LE(12) === hashMagic;
  if (!littleEndian && file.readUInt32BE(12) !== hashMagic) throw new RangeError('not a hash database');
  const pages = new Pages(file, littleEndian);
  const values: Buffer[] = [];
  for (let number = 1; number < pages.count; number++) {
    const page = pages.page(number);
    const type = page[25];
    if (type !== pageTypes.hash && type !== pageTypes.unsortedHash) continue;
    const items = pages.u16(page, 20);
    // A key and its value in turn.
    for (let i = 1; i < items; i += 2) values.push(pages.item(page, i));
  }
  return values;
}

class Pages {
  readonly #file: Buffer;
  readonly #littleEndian: boolean;
  readonly #size: number;
  readonly count: number;
  /** No valid file has more content than bytes. */
  #budget: number;

  constructor(file: Buffer, littleEndian: boolean) {
    this.#file = file;
    this.#littleEndian = littleEndian;
    this.#size = this.u32(file, 20);
    if (this.#size < 512 || this.#size > 65_536) throw new RangeError('pages of an impossible size');
    this.count = Math.floor(file.length / this.#size);
    this.#budget = file.length;
  }

  u16(bytes: Buffer, at: number): number {
    return this.#littleEndian ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  }

  u32(bytes: Buffer, at: number): number {
    return this.#littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  }

  page(number: number): Buffer {
    if (number < 0 || number >= this.count) throw new RangeError('a page is missing');
    return this.#file.subarray(number * this.#size, (number + 1) * this.#size);
  }

  /** Items lie one before the other, the first one at the end of the page. */
  item(page: Buffer, i: number): Buffer {
    const start = this.u16(page, pageHeaderBytes + 2 * i);
    const end = this.u16(page, pageHeaderBytes + 2 * (i - 1));
    const type = page[start];
    if (type === itemTypes.inPage && start < end) return this.#counted(page.subarray(start + 1, end));
    if (type !== itemTypes.onOtherPages) throw new RangeError('another kind of item');
    return this.#overflow(this.u32(page, start + 4), this.u32(page, start + 8));
  }

  #overflow(first: number, bytes: number): Buffer {
    const parts: Buffer[] = [];
    let left = bytes;
    for (let number = first; left > 0; ) {
      const page = this.page(number);
      const used = this.u16(page, 22);
      if (page[25] !== pageTypes.overflow || used === 0) throw new RangeError('no page of an item');
      parts.push(this.#counted(page.subarray(pageHeaderBytes, pageHeaderBytes + Math.min(used, left))));
      left -= used;
      number = this.u32(page, 16);
    }
    return Buffer.concat(parts);
  }

  #counted(part: Buffer): Buffer {
    this.#budget -= part.length;
    if (this.#budget < 0 || part.length === 0) throw new RangeError('it has more content than bytes');
    return part;
  }
}
