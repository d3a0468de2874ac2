import type { Build } from '#contract/builds';
import { isFailure } from '#contract/failure';
import type { System } from '#core/system';

/**
 * The Git commit of a folder, and whether its repository has changes (untracked files count, as in Go's
 * `vcs.modified`). null: no repository, no commit yet, no git, or git fails.
 */
export async function readVcs(
  system: System,
  dir: string,
  signal: AbortSignal | undefined,
): Promise<Build['vcs']> {
  try {
    const { exitCode, stdout } = await system.run({
      file: 'git',
      // A repository can configure its own program as fsmonitor; reading a project must not run it.
      args: ['--no-optional-locks', '-c', 'core.fsmonitor=false', 'status', '--porcelain=v2', '--branch'],
      cwd: dir,
      env: { ...system.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
      timeoutMs: 10_000,
      ...(signal && { signal }),
    });
    return exitCode === 0 ? parseStatus(stdout) : null;
  } catch (error) {
    // The commit is optional, so only a cancellation is passed on.
    if (isFailure(error) && error.code !== 'cancelled') return null;
    throw error;
  }
}

/** Parses `git status --porcelain=v2 --branch` (git-status(1), "Porcelain Format Version 2"). */
export function parseStatus(stdout: string): Build['vcs'] {
  const lines = stdout.split('\n').filter((line) => line !== '');
  const commit = headerOf(lines, 'branch.oid');
  if (commit === null || commit === '(initial)') return null;
  const branch = headerOf(lines, 'branch.head');
  return {
    commit,
    dirty: lines.some((line) => !line.startsWith('# ')),
    branch: branch === '(detached)' ? null : branch,
  };
}

function headerOf(lines: readonly string[], name: string): string | null {
  const start = `# ${name} `;
  return lines.find((line) => line.startsWith(start))?.slice(start.length) ?? null;
}
