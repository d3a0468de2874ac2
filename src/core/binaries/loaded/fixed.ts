import { Pairs } from './pairs.ts';

/** More than any program has. */
const maxPlaces = 8_000_000;

/** Places of the data whose packages are known; a bit for each place says whether it is one. */
export class Fixed {
  readonly #bits: Uint32Array;
  readonly #pairs = new Pairs(maxPlaces);

  /** `length` is the size of the space. */
  constructor(length: number) {
    this.#bits = new Uint32Array((length >>> 5) + 1);
  }

  /** The last owner that is set counts. Throws `Damaged` when there are more places than any program has. */
  set(place: number, owner: number): void {
    const word = place >>> 5;
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (place & 31));
    this.#pairs.add(owner, place);
  }

  has(place: number): boolean {
    return (((this.#bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }

  /** (owner, place), in the order in which they were set. */
  lists(): { from: Uint32Array; to: Uint32Array } {
    return this.#pairs.lists();
  }
}
