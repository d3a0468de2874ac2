import type { DataOwner } from '../loaded/index.ts';
import {
  bytesWithPrefix,
  type FunctionList,
  ownerOfAddress,
  packageOfSymbol,
  packageOfType,
} from '../functions/index.ts';

/** What the linker adds: marks of where things begin, and the names of files and sections. */
export const linker = '(linker)';
const generated = '(generated)';

/** What precedes the name of a type in the symbols of types, and of pairs of a type and an interface. */
const ofTypes = /^(type:|go:itab\.)(?!\.)/;
const ofOldTypes = /^(type\.|go\.itab\.)(?!\.)/;

/** What is known of a symbol besides its name. */
export interface SymbolFacts {
  kind: 'function' | 'data' | 'other';
  /** 0 if it is in a library; null: not known. */
  address: number | null;
}

/** Finds out whose a symbol is. */
export class SymbolOwners {
  readonly #list: FunctionList | null;
  readonly #colons: boolean;
  /** Each path by itself: sums are added up faster by strings that are the same object. */
  readonly #known: ReadonlyMap<string, string>;
  readonly #hasC: boolean;
  readonly #dataOwner: DataOwner;
  /** Of the package that `of` found last by the name alone. */
  #prefix = Buffer.alloc(0);
  #last = '';

  /** `known` are the packages of the functions; `dataOwner` knows those of data. */
  constructor(list: FunctionList | null, known: ReadonlySet<string>, dataOwner: DataOwner) {
    this.#dataOwner = dataOwner;
    this.#list = list;
    this.#colons = list?.table.layout === 'go1.20';
    this.#known = new Map(known.values().map((path) => [path, path]));
    this.#hasC = known.values().some((path) => path.startsWith('(C)'));
  }

  /**
   * The package of the symbol whose name begins here, if `of` has just found that of another one of it: many follow each
   * other. null: ask `of`. A NUL ends the name.
   */
  sameAsBefore(names: Buffer, offset: number): string | null {
    return bytesWithPrefix(names, offset, this.#prefix) > 0 ? this.#last : null;
  }

  /**
   * The package in its name. Symbols of C may have dots too (`f.part.0`), so one without a slash must be that of a package
   * that has functions.
   */
  of(name: string, { kind, address }: SymbolFacts): string {
    const isSpecial = name.startsWith('type') || name.startsWith('go');
    const type = isSpecial ? (this.#colons ? ofTypes : ofOldTypes).exec(name) : null;
    const path = type ? packageOfType(name.slice(type[0].length)) : packageOfSymbol(name, this.#colons);
    const known = this.#known.get(path);
    // The linker shortens the names of many types to a hash, which may look like a path.
    if (path === generated || (type && known === undefined))
      return (kind === 'data' && address ? this.#dataOwner(address) : null) ?? generated;
    if (known !== undefined && path !== '(no package)') {
      if (known !== this.#last && name.startsWith(`${known}.`)) {
        this.#last = known;
        this.#prefix = Buffer.from(`${known}.`);
      }
      return known;
    }
    if (path !== '(no package)' && (path.startsWith('(') || path.includes('/'))) return path;
    if (kind === 'other') return linker;
    if (address === null) return this.#hasC ? '(C)' : '(no package)';
    if (address === 0) return this.#hasC ? '(C)' : linker;
    if (this.#list !== null && ownerOfAddress(this.#list, address) !== null) return '(no package)';
    return kind === 'function' ? '(C)' : linker;
  }
}
