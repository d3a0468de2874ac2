import type { Build } from '#contract/build';
import type { BuildsLog } from '#contract/comparison';
import type { System } from '#core/system';
import { gitOf, logBetween } from './git/index.ts';

/**
 * The commits between two builds, from the repository of their project; why there are none where it cannot tell.
 * Failures: cancelled.
 */
export async function logOfBuilds(
  system: System,
  a: Pick<Build, 'project' | 'vcs'>,
  b: Pick<Build, 'project' | 'vcs'>,
  signal: AbortSignal | undefined,
): Promise<BuildsLog> {
  const nothing = { commits: [], total: 0, oldest: null, left: 0, shallow: false };
  if (a.vcs === null || b.vcs === null) return { ...nothing, unknown: 'no-commit' };
  const project = b.project ?? a.project;
  if (project === null) return { ...nothing, unknown: 'no-project' };
  const log = await logBetween(gitOf(system, signal), project, a.vcs.commit, b.vcs.commit);
  return 'unknown' in log ? { ...nothing, ...log } : { ...log, unknown: null };
}
