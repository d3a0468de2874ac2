import type { Build } from './builds.ts';

/** The size of a build in lists and charts: of a program's file, or of an image as the engine reports it. */
export function recordedBytes(build: Build): number | null {
  return build.artifact?.bytes ?? build.image?.sizes.engineReported ?? null;
}

/**
 * Builds whose sizes can be compared share a key: the same subject of the same project for the same target, and for
 * images the same kind of store, because "size" means something different in each store.
 */
export function seriesKey(build: Build): string {
  const { kind, project, subject, target, image } = build;
  return JSON.stringify([
    kind,
    project,
    subject,
    image?.platform ?? target,
    image?.engine.name,
    image?.engine.store,
  ]);
}

/** Of `builds`, newest first: the last one before `index` in the same series that has a size. */
export function predecessor(builds: readonly Build[], index: number): Build | undefined {
  const build = builds[index];
  if (!build) return undefined;
  const key = seriesKey(build);
  return builds.slice(index + 1).find((each) => seriesKey(each) === key && recordedBytes(each) !== null);
}

/** Of `builds`, newest first: how many bytes the one at `index` grew; null without a predecessor. */
export function changeSincePredecessor(builds: readonly Build[], index: number): number | null {
  const build = builds[index];
  const before = predecessor(builds, index);
  const [now, then] = [build && recordedBytes(build), before && recordedBytes(before)];
  return now == null || then == null ? null : now - then;
}
