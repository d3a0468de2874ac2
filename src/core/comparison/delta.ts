import type { Delta, NamedDelta } from '#contract/comparison';

/** The change between two numbers; null if one of them is unknown (null). */
export function delta(a: number | null, b: number | null): Delta {
  return a === null || b === null ? { a, b, change: null, percent: null } : changed(a, b);
}

/**
 * Compares parts by name: the biggest change first, without unchanged ones. A part that one side does not have is null
 * there and counts as 0. If a side is empty, its parts could not be read, so the result is empty. Parts with the same
 * name are added up.
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

/** The change of one part; null on a side that does not have it, which counts as 0. */
export function partDelta(name: string, a: number | null, b: number | null): NamedDelta {
  const { change, percent } = changed(a ?? 0, b ?? 0);
  return { name, a, b, change, percent };
}

/** The changed parts by the absolute size of the change, then by name; unknown changes last. */
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
