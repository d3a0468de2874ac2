import type { Build } from '#contract/build';
import { seriesKey } from '#contract/series';
import type { Against } from './budget.ts';

/**
 * Of `builds`, newest first, the one that growth of `checked` is measured against; null: there is none. `tagged`: the commit of the
 * last tag. It is one of the series of `checked`, in any folder with its module: the history of a CI job may come from another
 * one. `previous` prefers the same folder, a branch and a tag a build without uncommitted changes. Pure.
 */
export function baselineOf(
  checked: Build,
  builds: readonly Build[],
  against: Against,
  tagged: string | null,
): Build | null {
  const at = builds.findIndex(({ id }) => id === checked.id);
  const series = seriesAnywhere(checked);
  const alike = builds
    .slice(at + 1)
    .filter((each) => each.artifact !== null && seriesAnywhere(each) === series);
  if (against.kind === 'previous') {
    return alike.find(({ project }) => project === checked.project) ?? alike[0] ?? null;
  }
  if (against.kind === 'build') return alike.find(({ id }) => id === against.id) ?? null;
  const wanted = alike.filter(({ vcs }) =>
    against.kind === 'branch' ? vcs?.branch === against.name : vcs?.commit === tagged,
  );
  return wanted.find(({ vcs }) => vcs?.dirty === false) ?? wanted[0] ?? null;
}

/** The key of a build's series, without the folder if its module is known. */
function seriesAnywhere(build: Build): string {
  return seriesKey(build.mainModule === null ? build : { ...build, project: null });
}

/** The newest of `builds`, newest first, of each subject for each target, by these, that has a program. Pure. */
export function newestOfEach(builds: readonly Build[]): Build[] {
  const newest = new Map<string, Build>();
  for (const build of builds.filter(({ artifact }) => artifact !== null)) {
    const key = `${build.subject}\n${build.target ?? ''}`;
    if (!newest.has(key)) newest.set(key, build);
  }
  return [...newest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, build]) => build);
}
