import type { Build } from './builds.ts';

/** The bytes that stand for a build in lists and charts: a program's file, or what the engine reports of an image. */
export function recordedBytes(build: Build): number | null {
  return build.artifact?.bytes ?? build.image?.sizes.engineReported ?? null;
}

/**
 * Builds whose sizes may be compared share a key: the same thing, of the same project, for the same target, and
 * for images measured by the same kind of store, because each store means something else by "size".
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

/** Of builds listed newest first: the one before `index` in the same series that has a size. */
export function predecessor(builds: readonly Build[], index: number): Build | undefined {
  const build = builds[index];
  if (!build) return undefined;
  const key = seriesKey(build);
  return builds.slice(index + 1).find((each) => seriesKey(each) === key && recordedBytes(each) !== null);
}

/** Of builds listed newest first: the bytes by which the one at `index` changed; null without a predecessor. */
export function changeSincePredecessor(builds: readonly Build[], index: number): number | null {
  const build = builds[index];
  const before = predecessor(builds, index);
  const [now, then] = [build && recordedBytes(build), before && recordedBytes(before)];
  return now == null || then == null ? null : now - then;
}
