/**
 * Cuts a range of bytes into pieces, each of which begins where something refers to and ends before the next. Mark all
 * starts first, then call `cut` once; takes a quarter of a byte for each byte of the range.
 */
export class Marks {
  readonly length: number;
  readonly #bits: Uint32Array;
  /** The number of marks before each word of `#bits`. */
  readonly #before: Uint32Array;
  /** Where each piece starts, then the end of the range; after `cut`. */
  starts = new Uint32Array(0);

  constructor(length: number) {
    this.length = length;
    const words = (length >>> 5) + 1;
    this.#bits = new Uint32Array(words);
    this.#before = new Uint32Array(words);
  }

  mark(at: number): void {
    const word = at >>> 5;
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (at & 31));
  }

  /** Marks all of these places that are in the range. */
  markAll(places: Uint32Array): void {
    const bits = this.#bits;
    for (let i = 0; i < places.length; i++) {
      const at = places[i] ?? 0;
      if (at < this.length) bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
    }
  }

  isMarked(at: number): boolean {
    return (((this.#bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
  }

  /** The first place from `at` on that is marked; the end of the range: there is none. */
  nextFrom(at: number): number {
    const all = this.#bits;
    let word = at >>> 5;
    let bits = (all[word] ?? 0) & (-1 << (at & 31));
    while (bits === 0 && ++word < all.length) bits = all[word] ?? 0;
    return bits === 0 ? this.length : word * 32 + 31 - Math.clz32(bits & -bits);
  }

  /** Counts the marks, for `before` and `pieceAt`. Call it again when more were marked. Returns their number. */
  tally(): number {
    const [bits, before] = [this.#bits, this.#before];
    let count = 0;
    for (let word = 0; word < bits.length; word++) {
      before[word] = count;
      count += ones(bits[word] ?? 0);
    }
    return count;
  }

  /** The number of marks before a place, after `tally`. */
  before(at: number): number {
    const bits = (this.#bits[at >>> 5] ?? 0) & ((1 << (at & 31)) - 1);
    return (this.#before[at >>> 5] ?? 0) + ones(bits);
  }

  /** Call it when all are marked. Returns the number of pieces. */
  cut(): number {
    const count = this.tally();
    const starts = new Uint32Array(count + 1);
    starts[count] = this.length;
    const all = this.#bits;
    let piece = 0;
    for (let word = 0; word < all.length; word++) {
      for (let bits = all[word] ?? 0; bits !== 0; bits &= bits - 1) {
        starts[piece++] = word * 32 + 31 - Math.clz32(bits & -bits);
      }
    }
    this.starts = starts;
    return count;
  }

  /** The piece that contains the byte at this place; -1: it is before the first. */
  pieceAt(at: number): number {
    return this.before(at + 1) - 1;
  }

  /** Replaces places by the pieces that contain them; those outside of the range by the number of pieces. */
  toPieces(places: Uint32Array): void {
    const [bits, before] = [this.#bits, this.#before];
    const outside = this.starts.length - 1;
    for (let i = 0; i < places.length; i++) {
      const at = places[i] ?? 0;
      const upTo = (bits[at >>> 5] ?? 0) & (0xffff_ffff >>> (31 - (at & 31)));
      places[i] = at < this.length ? (before[at >>> 5] ?? 0) + ones(upTo) - 1 : outside;
    }
  }
}

/** The number of bits that are set. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x5555_5555);
  n = (n & 0x3333_3333) + ((n >>> 2) & 0x3333_3333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
