import { Damaged } from '../bytes/index.ts';

/** A long list of pairs of numbers below 2^32. */
export class Pairs {
  length = 0;
  #from = new Uint32Array(64 * 1024);
  #to = new Uint32Array(64 * 1024);
  readonly #max: number;

  /** Throws `Damaged` when there are more than `max`, which no real program of its size has. */
  constructor(max: number) {
    this.#max = max;
  }

  add(from: number, to: number): void {
    const i = this.length++;
    if (i === this.#from.length) {
      if (i >= this.#max) throw new Damaged('it refers to its data too often.');
      this.#from = grown(this.#from);
      this.#to = grown(this.#to);
    }
    this.#from[i] = from;
    this.#to[i] = to;
  }

  from(i: number): number {
    return this.#from[i] ?? 0;
  }

  to(i: number): number {
    return this.#to[i] ?? 0;
  }

  /** The two lists themselves. */
  lists(): { from: Uint32Array; to: Uint32Array } {
    return { from: this.#from.subarray(0, this.length), to: this.#to.subarray(0, this.length) };
  }

  /** Leaves out the pairs whose second number is not kept. */
  keep(isKept: (to: number) => boolean): void {
    const { from, to } = this.lists();
    let length = 0;
    for (let i = 0; i < to.length; i++) {
      const each = to[i] ?? 0;
      if (!isKept(each)) continue;
      from[length] = from[i] ?? 0;
      to[length] = each;
      length++;
    }
    this.length = length;
  }

  /** Sorts by the first number, which is below `limit`, and keeps the order of equal ones. Returns where each begins. */
  groupByFrom(limit: number): Groups {
    const { from, to } = this.lists();
    const begins = new Uint32Array(limit + 2);
    for (let i = 0; i < from.length; i++) {
      const at = (from[i] ?? 0) + 2;
      begins[at] = (begins[at] ?? 0) + 1;
    }
    for (let i = 2; i < begins.length; i++) begins[i] = (begins[i] ?? 0) + (begins[i - 1] ?? 0);
    const grouped = new Uint32Array(to.length);
    for (let i = 0; i < from.length; i++) {
      const at = (from[i] ?? 0) + 1;
      const next = begins[at] ?? 0;
      grouped[next] = to[i] ?? 0;
      begins[at] = next + 1;
    }
    return { begins, to: grouped };
  }
}

/** The second numbers of pairs: those of the first number `n` from `begins[n]` up to `begins[n + 1]`. */
export interface Groups {
  begins: Uint32Array;
  to: Uint32Array;
}

function grown(from: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(from.length * 2);
  larger.set(from);
  return larger;
}
