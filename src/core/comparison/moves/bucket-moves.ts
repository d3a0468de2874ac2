import type { Move } from '#contract/comparison';
import { bucketBytes } from '../sides.ts';
import { delta } from '../delta.ts';
import type { BuildDetail } from '#contract/build';

/** The minor version: 27 for `go1.27.1`; null if it is not a release. */
function minorNumber(goVersion: string | null): number | null {
  const minor = /^go1\.(\d+)/.exec(goVersion ?? '')?.[1];
  return minor === undefined ? null : Number(minor);
}

type Program = Pick<BuildDetail, 'goVersion'>;

/**
 * Whether exactly one side was built before Go 1.27. Since then types are counted separately from other read-only data,
 * so that bytes seem to move between the two (see `bucket` in the contract). Pure.
 */
export function typesMoved(a: Program, b: Program): boolean {
  const [before, after] = [minorNumber(a.goVersion), minorNumber(b.goVersion)];
  return before !== null && after !== null && before < 27 !== after < 27;
}

/** The types that a new Go, or an old one, stores elsewhere; with the change of both buckets together. Pure. */
export function bucketMoves(a: BuildDetail, b: BuildDetail): Move[] {
  const [typesA, typesB] = [bucketBytes(a, 'types'), bucketBytes(b, 'types')];
  const [dataA, dataB] = [bucketBytes(a, 'read-only-data'), bucketBytes(b, 'read-only-data')];
  if (typesA === null || typesB === null || dataA === null || dataB === null) return [];
  if (!typesMoved(a, b) || typesA === typesB) return [];
  const [from, to] = typesB > typesA ? ['read-only-data', 'types'] : ['types', 'read-only-data'];
  return [
    {
      kind: 'bucket',
      from: [from],
      to: [to],
      ...delta(typesA + dataA, typesB + dataB),
      moved: Math.abs(typesB - typesA),
      withModule: false,
    },
  ];
}
