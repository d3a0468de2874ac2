import type { Git } from './run-git.ts';

/**
 * The tag that names a commit, of several the highest version; null: there is none. Nothing that the repository configures is run.
 * Failures: cancelled.
 */
export async function tagOf(git: Git, dir: string, commit: string): Promise<string | null> {
  // Anything else may be an option or the name of something.
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit)) return null;
  const args = ['--count=1', '--sort=-version:refname', '--format=%(refname:lstrip=2)'];
  const said = await git(dir, ['for-each-ref', `--points-at=${commit}`, ...args, 'refs/tags']);
  return said?.replace(/\r?\n$/, '') || null;
}
