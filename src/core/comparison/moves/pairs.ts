/** Two things that may be one under two names, and how well they fit; larger is better. */
export interface Candidate<T> {
  a: T;
  b: T;
  /** Compared from the first number on. */
  fit: readonly number[];
}

/**
 * The candidates that are each other's best: neither fits another one as well. So with two that fit equally, there is
 * no pair, and nothing is in two pairs. Pure.
 */
export function bestPairs<T>(candidates: readonly Candidate<T>[]): Candidate<T>[] {
  const bestOfA = bestOf(candidates, ({ a }) => a);
  const bestOfB = bestOf(candidates, ({ b }) => b);
  return candidates.filter((each) => bestOfA.get(each.a) === each && bestOfB.get(each.b) === each);
}

/** null: two fit equally well. */
function bestOf<T>(
  candidates: readonly Candidate<T>[],
  of: (candidate: Candidate<T>) => T,
): Map<T, Candidate<T> | null> {
  const best = new Map<T, Candidate<T> | null>();
  for (const [key, rivals] of Map.groupBy(candidates, of)) {
    const [first, second] = rivals.toSorted((x, y) => compareFit(y.fit, x.fit));
    best.set(key, first && (!second || compareFit(first.fit, second.fit) > 0) ? first : null);
  }
  return best;
}

function compareFit(x: readonly number[], y: readonly number[]): number {
  const at = x.findIndex((value, index) => value !== y[index]);
  return at < 0 ? 0 : (x[at] ?? 0) - (y[at] ?? 0);
}

/** Smaller ÷ larger, from 0 to 1. */
export function likeness(x: number, y: number): number {
  const larger = Math.max(x, y);
  return larger === 0 ? 1 : Math.min(x, y) / larger;
}
