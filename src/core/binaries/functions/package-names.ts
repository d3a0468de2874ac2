import { type Bytes, Damaged } from '../bytes/index.ts';
import type { Packages } from './packages.ts';
import { packageOfSymbol } from './symbol-package.ts';

const maxNameBytes = 1024 * 1024;

/** Finds the packages of functions, by their names. */
export class PackageNames {
  readonly #packages: Packages;
  readonly #names: Buffer;
  readonly #colons: boolean;
  /** Where the last name ends. */
  readonly #lastEnd: number;
  #bytesLeft: number;
  /** Of the name before: most functions are in the same package as the one before. */
  #prefix = Buffer.alloc(0);
  #last = -1;

  /** `colons`: see `packageOfSymbol`. */
  constructor(names: Bytes, colons: boolean, packages: Packages) {
    this.#packages = packages;
    this.#names = names.buffer;
    this.#colons = colons;
    this.#lastEnd = names.buffer.lastIndexOf(0);
    // Each name stands once. Those that are read again are few.
    this.#bytesLeft = names.length * 2;
  }

  /** The number of the package of the name at this offset, which a NUL ends. Throws `Damaged`. */
  indexOf(offset: number): number {
    if (offset > this.#lastEnd) throw new Damaged('its function names are not terminated.');
    const read = bytesWithPrefix(this.#names, offset, this.#prefix);
    if (read > 0) {
      this.#spend(read);
      return this.#last;
    }
    const end = this.#names.indexOf(0, offset);
    this.#spend(end - offset);
    const name = this.#names.toString('utf8', offset, end);
    const path = packageOfSymbol(name, this.#colons);
    this.#last = this.#packages.number(path);
    // As it is written, so without the packages whose dots are encoded, and those that have no name in it.
    this.#prefix = Buffer.from(name.startsWith(`${path}.`) ? `${path}.` : '');
    return this.#last;
  }

  #spend(bytes: number): void {
    this.#bytesLeft -= bytes;
    if (bytes > maxNameBytes || this.#bytesLeft < 0) throw new Damaged('its function names overlap.');
  }
}

/**
 * Whether a name is in the package of this prefix: the same up to the dot, and no slash follows in the path. Returns how
 * many bytes were looked at to find this; 0: it is not. A NUL ends the name.
 */
function bytesWithPrefix(names: Buffer, offset: number, prefix: Buffer): number {
  if (prefix.length === 0) return 0;
  for (let i = 0; i < prefix.length; i++) if (names[offset + i] !== prefix[i]) return 0;
  for (let at = offset + prefix.length; ; at++) {
    // Behind the last byte, as behind a NUL, the name has ended.
    const byte = names[at] ?? 0;
    if (byte === slash) return 0;
    if (
      byte === 0 ||
      byte === openBracket ||
      byte === openParenthesis ||
      byte === openBrace ||
      byte === space
    )
      return at - offset;
  }
}

const [slash, openBracket, openParenthesis, openBrace, space] = [0x2f, 0x5b, 0x28, 0x7b, 0x20];
