import type { BucketName } from '../formats/index.ts';
import type { Basis } from '../ownership/index.ts';

/** What a package, by its number, owns of a bucket. */
export interface Owned {
  owner: number;
  bucket: BucketName;
  bytes: number;
  basis: Basis;
}

/** Adds up what packages own. Parts of bytes are rounded at the end. */
export class OwnedSums {
  readonly #packages: number;
  readonly #sums = new Map<BucketName, Map<Basis, Float64Array>>();

  /** `packages` is the number of packages. */
  constructor(packages: number) {
    this.#packages = packages;
  }

  /** What each package has of a bucket, to be added to. */
  of(bucket: BucketName, basis: Basis): Float64Array {
    let lists = this.#sums.get(bucket);
    if (!lists) this.#sums.set(bucket, (lists = new Map()));
    let list = lists.get(basis);
    if (!list) lists.set(basis, (list = new Float64Array(this.#packages)));
    return list;
  }

  list(): Owned[] {
    return [...this.#sums].flatMap(([bucket, lists]) =>
      [...lists].flatMap(([basis, list]) =>
        wholeNumbers([...list]).flatMap((bytes, owner) =>
          bytes > 0 ? [{ owner, bucket, bytes, basis }] : [],
        ),
      ),
    );
  }
}

/**
 * Rounds numbers so that their sum is the same, but for its own fraction: what is missing goes to those that lose most by
 * rounding. Pure.
 */
export function wholeNumbers(parts: readonly number[]): number[] {
  const whole = parts.map(Math.floor);
  // A sum of many parts is a little too large or too small.
  const missing = Math.max(0, Math.floor(sumOf(parts) + 1e-3) - sumOf(whole));
  const loss = (i: number) => (parts[i] ?? 0) - (whole[i] ?? 0);
  const order = [...parts.keys()].filter((i) => loss(i) > 0).toSorted((a, b) => loss(b) - loss(a));
  for (const i of order.slice(0, missing)) whole[i] = (whole[i] ?? 0) + 1;
  return whole;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
