import type { DataOwner } from '../loaded/index.ts';
import { type FunctionList, ownerOfAddress, packageOfSymbol, packageOfType } from '../functions/index.ts';
import { KnownPaths } from './known-paths.ts';

/** What the linker adds: marks of where things begin, and the names of files and sections. */
export const linker = '(linker)';
const generated = '(generated)';

/** What precedes the name of a type in the symbols of types, and of pairs of a type and an interface. */
const ofTypes = /^(type:|go:itab\.)(?!\.)/;
const ofOldTypes = /^(type\.|go\.itab\.)(?!\.)/;

const [period, colon] = [0x2e, 0x3a];

/** Whether a name begins with `go` or `type` and a dot or a colon, as generated ones do. */
function startsWithGo(names: Buffer, start: number): boolean {
  const length = names[start] === 0x74 ? 4 : 2;
  const mark = names[start + length];
  if (mark !== period && mark !== colon) return false;
  const word = names.toString('latin1', start, start + length);
  return word === 'type' || word === 'go';
}

/** Whether a name is `type` and nothing that could name a package: `type:.eq.int`, or a hash. */
function isGenerated(names: Buffer, start: number, end: number, colons: boolean): boolean {
  const mark = start + 4;
  if (names[start] !== 0x74 || names[mark] !== (colons ? colon : period)) return false;
  if (names[mark + 1] === period) return true;
  const dot = names.indexOf(period, mark + 1);
  return dot < 0 || dot >= end;
}

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
  readonly #paths: KnownPaths;

  /** `known` are the packages of the functions; `dataOwner` knows those of data. */
  constructor(list: FunctionList | null, known: ReadonlySet<string>, dataOwner: DataOwner) {
    this.#dataOwner = dataOwner;
    this.#list = list;
    this.#colons = list?.table.layout === 'go1.20';
    this.#known = new Map(known.values().map((path) => [path, path]));
    this.#paths = new KnownPaths([...this.#known.keys()].filter((path) => !path.startsWith('(')));
    this.#hasC = known.values().some((path) => path.startsWith('(C)'));
  }

  /** As `of`, of the name from `start` to `end`, which is decoded only if it has to be. */
  ofBytes(names: Buffer, start: number, end: number, facts: SymbolFacts): string {
    if (!startsWithGo(names, start)) {
      const known = this.#paths.of(names, start, end);
      if (known !== null) return known;
    } else if (isGenerated(names, start, end, this.#colons)) return this.#generated(facts);
    return this.of(names.toString('utf8', start, end), facts);
  }

  /** The linker shortens the names of many types to a hash: there, the data at the address tells. */
  #generated({ kind, address }: SymbolFacts): string {
    return (kind === 'data' && address ? this.#dataOwner(address) : null) ?? generated;
  }

  /**
   * The package in its name. Symbols of C may have dots too (`f.part.0`), so one without a slash must be that of a package
   * that has functions.
   */
  of(name: string, facts: SymbolFacts): string {
    const { kind, address } = facts;
    const isSpecial = name.startsWith('type') || name.startsWith('go');
    const type = isSpecial ? (this.#colons ? ofTypes : ofOldTypes).exec(name) : null;
    const path = type ? packageOfType(name.slice(type[0].length)) : packageOfSymbol(name, this.#colons);
    const known = this.#known.get(path);
    // A hash may look like a path.
    if (path === generated || (type && known === undefined)) return this.#generated(facts);
    if (known !== undefined && path !== '(no package)') return known;
    if (path !== '(no package)' && (path.startsWith('(') || path.includes('/'))) return path;
    if (kind === 'other') return linker;
    if (address === null) return this.#hasC ? '(C)' : '(no package)';
    if (address === 0) return this.#hasC ? '(C)' : linker;
    if (this.#list !== null && ownerOfAddress(this.#list, address) !== null) return '(no package)';
    return kind === 'function' ? '(C)' : linker;
  }
}
