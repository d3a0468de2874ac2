import type { PackageSize } from '#contract/binaries';
import type { FunctionEntry } from './functions.ts';
import { packageOfSymbol } from './symbol-package.ts';

/**
 * Sums the functions of each package.
 *
 * `bytes` is the machine code and what belongs to one function alone: its index entry, its record with the offsets that
 * follow it, and its name. Not counted, because functions share them: file names, line and stack tables (pcdata, where
 * equal ones are stored once) and function data; and what belongs to no function: types, strings and variables.
 */
export class PackageSums {
  readonly #sizes = new Map<string, PackageSize>();
  readonly #colons: boolean;
  #codeBytes = 0;

  /** `colons`: how generated functions are named (`packageOfSymbol`). */
  constructor(colons: boolean) {
    this.#colons = colons;
  }

  /** The machine code of all packages. */
  get codeBytes(): number {
    return this.#codeBytes;
  }

  add({ name, start, end, tableBytes }: Pick<FunctionEntry, 'name' | 'start' | 'end' | 'tableBytes'>): void {
    this.addTo(packageOfSymbol(name, this.#colons), end - start, tableBytes);
  }

  /** Adds one function to a package that is known. */
  addTo(path: string, codeBytes: number, tableBytes: number): void {
    let size = this.#sizes.get(path);
    if (!size) {
      size = { path, functions: 0, codeBytes: 0, bytes: 0 };
      this.#sizes.set(path, size);
    }
    size.functions += 1;
    size.codeBytes += codeBytes;
    size.bytes += codeBytes + tableBytes;
    this.#codeBytes += codeBytes;
  }

  /** Largest first by `bytes`. */
  largestFirst(): PackageSize[] {
    return [...this.#sizes.values()].toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  }
}
