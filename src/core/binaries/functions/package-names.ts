import { type Bytes, Damaged } from '../bytes/index.ts';
import type { Packages } from './packages.ts';
import { packageOfSymbol } from './symbol-package.ts';

const maxNameBytes = 1024 * 1024;

/** Finds the packages of functions, by their names. */
export class PackageNames {
  readonly #packages: Packages;
  readonly #names: Buffer;
  readonly #colons: boolean;
  #bytesLeft: number;
  /** Of the name before: most functions are in the same package as the one before. */
  #prefix = Buffer.alloc(0);
  #last = -1;

  /** `colons`: see `packageOfSymbol`. */
  constructor(names: Bytes, colons: boolean, packages: Packages) {
    this.#packages = packages;
    this.#names = names.buffer;
    this.#colons = colons;
    // Each name stands once. Those that are read again are few.
    this.#bytesLeft = names.length * 2;
  }

  /** The number of the package of the name at this offset, which a NUL ends. Throws `Damaged`. */
  indexOf(offset: number): number {
    const names = this.#names;
    const end = offset < names.length ? names.indexOf(0, offset) : -1;
    const bytes = end - offset + 1;
    this.#bytesLeft -= bytes;
    if (end < 0 || bytes > maxNameBytes || this.#bytesLeft < 0)
      throw new Damaged('its function names are not terminated.');
    if (this.#hasPrefix(offset, end)) return this.#last;
    const name = names.toString('utf8', offset, end);
    const path = packageOfSymbol(name, this.#colons);
    this.#last = this.#packages.number(path);
    // As it is written, so without the packages whose dots are encoded, and those that have no name in it.
    this.#prefix = Buffer.from(name.startsWith(`${path}.`) ? `${path}.` : '');
    return this.#last;
  }

  /** Whether it is in the same package as the one before: the same up to the dot, and no slash follows in the path. */
  #hasPrefix(offset: number, end: number): boolean {
    const [names, prefix] = [this.#names, this.#prefix];
    if (prefix.length === 0 || offset + prefix.length > end) return false;
    for (let i = 0; i < prefix.length; i++) if (names[offset + i] !== prefix[i]) return false;
    for (let at = offset + prefix.length; at < end; at++) {
      const byte = names[at];
      if (byte === slash) return false;
      if (byte === openBracket || byte === openParenthesis || byte === openBrace || byte === space)
        return true;
    }
    return true;
  }
}

const [slash, openBracket, openParenthesis, openBrace, space] = [0x2f, 0x5b, 0x28, 0x7b, 0x20];
