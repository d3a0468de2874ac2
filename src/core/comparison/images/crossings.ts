/** Two things in a row in A and in B. */
interface Placed {
  a: number;
  b: number;
}

/** Those pairs that cross no other: A and B have them in the same order. Pure. */
export function crossFree<T extends Placed>(pairs: readonly T[]): T[] {
  return pairs.filter((pair) => !pairs.some((other) => cross(pair, other)));
}

/**
 * Pairs that A and B have in the same order: without those that cross most others, until none cross. If two cross as
 * many, both go, so that the result is the same with the sides exchanged. Pure.
 */
export function clearPairs<T extends Placed>(pairs: readonly T[]): T[] {
  let left = [...pairs];
  for (;;) {
    const counts = left.map((pair) => left.filter((other) => cross(pair, other)).length);
    const max = Math.max(0, ...counts);
    if (max === 0) return left;
    left = left.filter((_, index) => counts[index] !== max);
  }
}

function cross(one: Placed, other: Placed): boolean {
  return (one.a - other.a) * (one.b - other.b) < 0;
}
