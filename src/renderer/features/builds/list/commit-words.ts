import type { Build } from '#contract/build';

/** The beginning of a commit, with `+` for uncommitted changes, as Go writes it in a version. Pure. */
export function commitWords({ commit, dirty }: NonNullable<Build['vcs']>): string {
  return commit.slice(0, 7) + (dirty ? '+' : '');
}
