import { type Bytes, Damaged } from '../bytes/index.ts';
import { Sums } from '../ownership/index.ts';
import type { SymbolFacts, SymbolOwners } from './symbol-owners.ts';

const kinds: Record<number, SymbolFacts['kind']> = {
  0: 'data',
  1: 'data',
  2: 'function',
  5: 'data',
  6: 'data',
  10: 'function',
};
/** More than the largest programs have; protects time from a hostile table. */
export const maxSymbols = 2_000_000;
/** A longer name is cut off; no name that a compiler makes is. */
const maxNameBytes = 4096;

/**
 * What each owner has of a table of symbols of an ELF program and of their names: `more` bytes of each symbol are in other
 * tables. Throws `Damaged`.
 */
export function elfSymbolParts(table: Bytes, names: Bytes, owners: SymbolOwners, more: number): Sums {
  const sums = new Sums();
  const texts = new Names(names);
  const wide = table.pointerBytes === 8;
  const entryBytes = wide ? 24 : 16;
  const count = Math.min(maxSymbols, Math.floor(table.length / entryBytes));
  for (let i = 0; i < count; i++) {
    const at = i * entryBytes;
    const offset = table.u32(at);
    const kind = kinds[table.u8(at + (wide ? 4 : 12)) & 0xf] ?? 'other';
    const end = texts.endOf(offset);
    // The first one is empty.
    if (i === 0) continue;
    const facts = { kind, address: table.address(at + (wide ? 8 : 4)) ?? 0 };
    const owner = owners.ofBytes(names.buffer, offset, end, facts);
    sums.add(owner, entryBytes + more + (offset === 0 ? 0 : end - offset + 1));
  }
  return sums;
}

/** The names of symbols, each of which a NUL ends. */
export class Names {
  readonly #buffer: Buffer;
  #bytesLeft: number;

  constructor(names: Bytes) {
    this.#buffer = names.buffer;
    // Each name stands once. Those that several symbols have are few.
    this.#bytesLeft = 1_000_000 + names.length * 2;
  }

  text(offset: number, end: number): string {
    return this.#buffer.toString('utf8', offset, end);
  }

  /**
   * Where the name at an offset ends. Throws `Damaged` if there is none, or if the same ones are read again and again.
   */
  endOf(offset: number): number {
    if (offset >= this.#buffer.length) throw new Damaged('the name of a symbol is missing.');
    const limit = Math.min(this.#buffer.length, offset + maxNameBytes);
    const buffer = this.#buffer;
    let end = offset;
    while (end < limit && buffer[end] !== 0) end++;
    this.#bytesLeft -= end - offset;
    if (this.#bytesLeft < 0) throw new Damaged('the names of its symbols overlap.');
    return end;
  }
}
