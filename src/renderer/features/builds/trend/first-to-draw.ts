import type { BuildSeries } from '#contract/build-list';

/**
 * The series to draw by default: the most recent one with several builds, else the most recent one. Of all kinds, programs come
 * first, so that a recorded image does not take the place of the program. Pure.
 */
export function firstToDraw(all: readonly BuildSeries[]): BuildSeries | undefined {
  const programs = all.filter(({ latest }) => latest.kind === 'program');
  const some = programs.length > 0 ? programs : all;
  return some.find(({ count }) => count > 1) ?? some[0];
}
