import type { Delta, NamedDelta } from '#contract/builds';

/** A number on both sides; when a side does not know it (null), nothing is said about the change. */
export function delta(a: number | null, b: number | null): Delta {
  return a === null || b === null ? { a, b, change: null, percent: null } : changed(a, b);
}

/**
 * Parts by name, the biggest change first, unchanged ones left out. A part that one side does not have is null
 * there and counts as 0: it came or went whole. When a side is empty its parts were never read (the file was not
 * understood), and then there is nothing to compare. Parts of one name are added up.
 */
export function partDeltas<T>(
  a: readonly T[],
  b: readonly T[],
  nameOf: (part: T) => string,
  bytesOf: (part: T) => number,
): NamedDelta[] {
  if (a.length === 0 || b.length === 0) return [];
  const sumsOf = (parts: readonly T[]) => {
    const sums = new Map<string, number>();
    for (const part of parts) sums.set(nameOf(part), (sums.get(nameOf(part)) ?? 0) + bytesOf(part));
    return sums;
  };
  const left = sumsOf(a);
  const right = sumsOf(b);
  return biggestFirst(
    [...new Set([...left.keys(), ...right.keys()])].map((name) =>
      partDelta(name, left.get(name) ?? null, right.get(name) ?? null),
    ),
  );
}

/** One part; null on the side that does not have it, where it counts as 0. */
export function partDelta(name: string, a: number | null, b: number | null): NamedDelta {
  const { change, percent } = changed(a ?? 0, b ?? 0);
  return { name, a, b, change, percent };
}

/** Drops what did not change and sorts by size of the change, either way; unknown changes last, then by name. */
export function biggestFirst(deltas: readonly NamedDelta[]): NamedDelta[] {
  return deltas
    .filter(({ change }) => change !== 0)
    .toSorted((x, y) => weight(y) - weight(x) || (x.name < y.name ? -1 : x.name > y.name ? 1 : 0));
}

function weight({ change }: NamedDelta): number {
  return Math.abs(change ?? 0);
}

function changed(a: number, b: number): { a: number; b: number; change: number; percent: number | null } {
  return { a, b, change: b - a, percent: a === 0 ? null : ((b - a) / a) * 100 };
}
