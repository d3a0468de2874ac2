import type { Build } from '#contract/builds';
import { recordedBytes, seriesKey } from '#contract/series';

/** Two ids to compare, the older build first. */
export interface Pair {
  a: string;
  b: string;
}

/** Of builds listed newest first, those that can be compared: they have a size. */
export function comparable(builds: readonly Build[]): Build[] {
  return builds.filter((build) => recordedBytes(build) !== null);
}

/**
 * What to compare as long as one side or both are not chosen, from builds listed newest first: a chosen build with
 * its neighbour in its series, else the two newest of one series. null: there are no two.
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
  // As side A it is the older one, as side B the newer one, where there is such a neighbour.
  const neighbours = chosen.a ? [series[at - 1], series[at + 1]] : [series[at + 1], series[at - 1]];
  const other = [...neighbours, ...sameKind].find((build) => build !== undefined);
  if (!other) return null;
  return chosen.a ? { a: one.id, b: other.id } : { a: other.id, b: one.id };
}

/** The build of the same series before `build`, of builds listed newest first. */
function olderOf(builds: readonly Build[], build: Build): Build | undefined {
  return builds.slice(builds.indexOf(build) + 1).find((each) => seriesKey(each) === seriesKey(build));
}

/**
 * What a side can be changed to: builds of the other side's kind. Where the sides do not fit each other, or the other
 * one is not known, any build, so that there is a way out.
 */
export function choicesFor(builds: readonly Build[], side: string, other: string): Build[] {
  const sized = comparable(builds);
  const kindOf = (id: string) => sized.find((build) => build.id === id)?.kind;
  const kind = kindOf(other);
  return kind === undefined || kindOf(side) !== kind ? sized : sized.filter((build) => build.kind === kind);
}
