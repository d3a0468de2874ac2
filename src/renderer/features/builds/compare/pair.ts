import type { BuildRow } from '#contract/build-list';
import type { Build } from '#contract/build';
import { recordedBytes, seriesKey } from '#contract/series';

/** The ids of two builds to compare; `a` is the older one by default. */
export interface Pair {
  a: string;
  b: string;
}

/** The builds that can be compared. An image has files and layers even where no size of it is known. */
function comparable(builds: readonly Build[]): Build[] {
  return builds.filter((build) => build.image !== null || recordedBytes(build) !== null);
}

/**
 * The pair to compare while one or both sides are not chosen, from builds listed newest first: the chosen build and its
 * neighbour in its series, else the two newest builds of a series. null if there is no such pair.
 */
export function pairFor(builds: readonly Build[], chosen: { a?: string; b?: string }): Pair | null {
  const sized = comparable(builds);
  const one = sized.find(({ id }) => id === (chosen.a ?? chosen.b));
  if (!one) {
    const newest = sized.find((build) => olderOf(sized, build));
    const older = newest && olderOf(sized, newest);
    return newest && older ? { a: older.id, b: newest.id } : null;
  }
  const series = sized.filter((build) => seriesKey(build) === seriesKey(one));
  const at = series.indexOf(one);
  const sameKind = sized.filter((build) => build.kind === one.kind && build !== one);
  // Preferably, side A is the older build and side B the newer one.
  const neighbours = chosen.a ? [series[at - 1], series[at + 1]] : [series[at + 1], series[at - 1]];
  const other = [...neighbours, ...sameKind].find((build) => build !== undefined);
  if (!other) return null;
  return chosen.a ? { a: one.id, b: other.id } : { a: other.id, b: one.id };
}

/** The previous build of the same series, from builds listed newest first. */
function olderOf(builds: readonly Build[], build: Build): Build | undefined {
  return builds.slice(builds.indexOf(build) + 1).find((each) => seriesKey(each) === seriesKey(build));
}

/**
 * The pair to compare while one or both sides are not chosen, from the newest rows and those that were found for a side
 * that is older: that one and the build before it in its series. null if there is no such pair. Pure.
 */
export function presetPair(
  newest: readonly BuildRow[],
  found: readonly BuildRow[],
  { a, b }: { a: string | undefined; b: string | undefined },
): Pair | null {
  const given = a ?? b;
  const isNew = newest.some(({ build }) => build.id === given);
  const before = isNew ? undefined : found.find(({ build }) => build.id === given)?.before;
  if (given !== undefined && before) return { a: before.id, b: given };
  const builds = newest.map(({ build }) => build);
  return pairFor(builds, { ...(a ? { a } : {}), ...(b ? { b } : {}) });
}
