import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { System } from '#core/system';
import { gitOf } from './run-git.ts';

/**
 * Whether Git refuses a repository because it is another user's (`safe.directory` in git-config(1)): then it reads it
 * only with that check turned off. Git is not started for a repository of the user's own. Failures: cancelled.
 */
export async function isGitRefused(
  system: System,
  repository: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const uid = process.geteuid?.();
  const owners = await Promise.all(
    [repository, join(repository, '.git')].map((path) =>
      stat(path).then(
        (found) => found.uid,
        () => uid,
      ),
    ),
  );
  if (uid === undefined || owners.every((owner) => owner === uid)) return false;
  const git = gitOf(system, signal);
  const asked = ['rev-parse', '--git-dir'];
  if ((await git(repository, asked)) !== null) return false;
  return (await git(repository, asked, { settings: [['safe.directory', '*']] })) !== null;
}
