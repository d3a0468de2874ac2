import { type Bytes, Damaged } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import {
  type FunctionFacts,
  type FunctionList,
  PackageNames,
  Packages,
  pcTable,
} from '../functions/index.ts';
import { layoutOf, readCallTrees } from './call-tree.ts';

/**
 * Enters how much code of each package was inlined into functions of others: the runtime's tables tell for each
 * instruction which inlined call it is from, because it lists those in stack traces. Nothing is entered where they cannot
 * be read.
 */
export function enterInlined(image: Image, facts: FunctionFacts, release: number | null): void {
  const { list, moduleData, ledger } = facts;
  // In WebAssembly, the tables count something else than bytes.
  if (!list || list.base === null) return;
  try {
    const found = inlinedCode(image, list, moduleData?.functionData ?? null, release);
    if (!found) return;
    for (const { from, into, bytes } of found) ledger.addInlined(from, into, bytes);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
  }
}

interface Inlined {
  from: string;
  into: string;
  bytes: number;
}

/** Each package has an entry of 0 bytes with itself, so that nothing inlined is known too. Throws `Damaged`. */
function inlinedCode(
  image: Image,
  list: FunctionList,
  base: number | null,
  release: number | null,
): Inlined[] | null {
  const layout = layoutOf(list, release);
  const trees = layout && readCallTrees(image, list, base, layout.functionData);
  if (!layout || !trees) return null;
  const unitBytes = Math.max(1, image.bytes.u8(list.table.offset + 6));
  const origins = new Origins(list);
  const ranges = new PcRanges(list.pcTables, unitBytes);
  const names = trees.content;
  for (let i = 0; i < list.count; i++) {
    const tree = trees.offsets[i] ?? -1;
    const table = tree < 0 ? 0 : pcTable(list, i, layout.pcTable);
    if (table === 0) continue;
    origins.into(list.packageOf[i] ?? 0);
    ranges.start(table, list.codeBytes[i] ?? 0);
    while (ranges.next()) {
      origins.add(names.u32(tree + ranges.value * layout.callBytes + layout.name), ranges.bytes);
    }
  }
  return origins.all();
}

/** The tables that map addresses of a function to values: pairs of changes of the value and of the address, as varints. */
class PcRanges {
  readonly #tables: Buffer;
  readonly #unitBytes: number;
  #bytesLeft: number;
  #at = 0;
  #place = 0;
  #codeBytes = 0;
  #isFirst = true;
  /** Of the range that `next` has read. */
  value = -1;
  bytes = 0;

  constructor(tables: Bytes, unitBytes: number) {
    this.#tables = tables.buffer;
    this.#unitBytes = unitBytes;
    // Functions of the same shape share a table, so all of them together are larger than what is stored.
    this.#bytesLeft = 1_000_000 + tables.length * 8;
  }

  /** Begins to read the table of a function. */
  start(offset: number, codeBytes: number): void {
    this.#at = offset;
    this.#place = 0;
    this.#codeBytes = codeBytes;
    this.#isFirst = true;
    this.value = -1;
  }

  /** Reads up to the next range whose value is not negative; false: there is none. Throws `Damaged`. */
  next(): boolean {
    while (this.#place < this.#codeBytes) {
      const from = this.#at;
      if (from >= this.#tables.length) throw new Damaged('a table of inlined calls is not terminated.');
      const change = this.#varint();
      if (change === 0 && !this.#isFirst) return false;
      this.#isFirst = false;
      // Zigzag: the lowest bit is the sign.
      this.value += change % 2 === 0 ? change / 2 : -(change + 1) / 2;
      const place = this.#place;
      this.#place = place + this.#varint() * this.#unitBytes;
      this.bytes = Math.min(this.#place, this.#codeBytes) - place;
      this.#bytesLeft -= this.#at - from;
      if (this.#bytesLeft < 0) throw new Damaged('its tables of inlined calls overlap.');
      if (this.value >= 0) return true;
    }
    return false;
  }

  #varint(): number {
    let byte = this.#tables[this.#at++] ?? 0;
    if (byte < 0x80) return byte;
    let result = byte & 0x7f;
    for (let scale = 128; ; scale *= 128) {
      byte = this.#tables[this.#at++] ?? 0;
      result += (byte & 0x7f) * scale;
      if (byte < 0x80) return result;
    }
  }
}

/** Sums of inlined code, by the package it is from and the one it is in. */
class Origins {
  readonly #paths: Packages;
  readonly #names: PackageNames;
  /** By the offset of the function's name. */
  readonly #packages = new Map<number, number>();
  /** By both packages. */
  readonly #sums = new Map<number, number>();
  /** What is now in `#into`, by the package it is from: the functions of a package follow each other. */
  readonly #current = new Map<number, number>();
  #into = -1;

  constructor(list: FunctionList) {
    this.#paths = new Packages(list.packages);
    this.#names = new PackageNames(list.names, list.table.layout === 'go1.20', this.#paths);
  }

  /** What is added next is in this package. */
  into(number: number): void {
    if (number === this.#into) return;
    for (const [from, bytes] of this.#current) {
      const pair = from * maxPackages + this.#into;
      this.#sums.set(pair, (this.#sums.get(pair) ?? 0) + bytes);
    }
    this.#current.clear();
    this.#into = number;
  }

  add(name: number, bytes: number): void {
    let from = this.#packages.get(name);
    if (from === undefined) {
      from = this.#names.indexOf(name);
      this.#packages.set(name, from);
    }
    if (from !== this.#into) this.#current.set(from, (this.#current.get(from) ?? 0) + bytes);
  }

  all(): Inlined[] {
    this.into(-1);
    const path = (i: number) => this.#paths.list[i] ?? '';
    const none = this.#paths.list.map((each) => ({ from: each, into: each, bytes: 0 }));
    const sums = this.#sums.entries().map(([pair, bytes]) => ({
      from: path(Math.floor(pair / maxPackages)),
      into: path(pair % maxPackages),
      bytes,
    }));
    return [...none, ...sums];
  }
}

/** More than there can be functions. */
const maxPackages = 2 ** 24;
