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
  for (let i = 0; i < list.count; i++) {
    const tree = trees.offsets[i] ?? -1;
    const table = tree < 0 ? 0 : pcTable(list, i, layout.pcTable);
    if (table === 0) continue;
    const into = list.packageOf[i] ?? 0;
    ranges.of(table, list.codeBytes[i] ?? 0, (call, bytes) => {
      origins.add(trees.content.u32(tree + call * layout.callBytes + layout.name), into, bytes);
    });
  }
  return origins.all();
}

/** The tables that map addresses of a function to values: pairs of changes of the value and of the address, as varints. */
class PcRanges {
  readonly #tables: Buffer;
  readonly #unitBytes: number;
  #bytesLeft: number;
  #at = 0;

  constructor(tables: Bytes, unitBytes: number) {
    this.#tables = tables.buffer;
    this.#unitBytes = unitBytes;
    // Functions of the same shape share a table, so all of them together are larger than what is stored.
    this.#bytesLeft = 1_000_000 + tables.length * 8;
  }

  /** Calls `each` with the values that are not negative, and the bytes of code that have them. Throws `Damaged`. */
  of(offset: number, codeBytes: number, each: (value: number, bytes: number) => void): void {
    this.#at = offset;
    let value = -1;
    let place = 0;
    for (let first = true; place < codeBytes; first = false) {
      if (this.#at >= this.#tables.length) throw new Damaged('a table of inlined calls is not terminated.');
      const change = this.#varint();
      if (change === 0 && !first) break;
      // Zigzag: the lowest bit is the sign.
      value += change % 2 === 0 ? change / 2 : -(change + 1) / 2;
      const end = place + this.#varint() * this.#unitBytes;
      if (value >= 0) each(value, Math.min(end, codeBytes) - place);
      place = end;
    }
    this.#bytesLeft -= this.#at - offset;
    if (this.#bytesLeft < 0) throw new Damaged('its tables of inlined calls overlap.');
  }

  #varint(): number {
    let result = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#tables[this.#at++] ?? 0;
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
  readonly #sums = new Map<number, number>();

  constructor(list: FunctionList) {
    this.#paths = new Packages(list.packages);
    this.#names = new PackageNames(list.names, list.table.layout === 'go1.20', this.#paths);
  }

  add(name: number, into: number, bytes: number): void {
    let from = this.#packages.get(name);
    if (from === undefined) {
      from = this.#names.indexOf(name);
      this.#packages.set(name, from);
    }
    if (from === into) return;
    const pair = from * maxPackages + into;
    this.#sums.set(pair, (this.#sums.get(pair) ?? 0) + bytes);
  }

  all(): Inlined[] {
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
