import { join } from 'node:path';
import type { Git } from './run-git.ts';
import type { Survey } from './survey.ts';

/** A path that `git status` lists. */
export interface Changed {
  path: string;
  /**
   * What may be changed but is not for certain without a filter: the content of a `file`, or that of files in a
   * `submodule`; null: it is changed.
   */
  inDoubt: 'file' | 'submodule' | null;
}

/** Submodules may be nested this deep. */
const maxDepth = 20;

/**
 * Whether the repository has changes; untracked files count, as in Go's `vcs.modified`. Filters are off, so that a file
 * that one of them would have to compare is in doubt; null: only such files may be changed, or Git fails.
 */
export async function isDirty(git: Git, root: string, survey: Survey, depth = 0): Promise<boolean | null> {
  const status = await git(root, ['status', '--porcelain=v2', '-z'], { settings: survey.noFilters });
  if (status === null || depth > maxDepth) return null;
  const changed = parseStatus(status);
  if (changed.length === 0) return false;
  if (changed.some(({ inDoubt }) => inDoubt === null)) return true;
  const files = changed.filter(({ inDoubt }) => inDoubt === 'file').map(({ path }) => path);
  if (files.length > 0 && !(await areFiltered(git, root, survey, files))) return true;
  for (const { path, inDoubt } of changed) {
    if (inDoubt === 'submodule' && (await isDirty(git, join(root, path), survey, depth + 1)) === true)
      return true;
  }
  return null;
}

/** Parses `git status --porcelain=v2 -z` without renames (git-status(1), "Porcelain Format Version 2"). */
export function parseStatus(stdout: string): Changed[] {
  return stdout
    .split('\0')
    .filter((line) => line !== '')
    .map((line): Changed => {
      const [type, state, submodule, inHead, inIndex, inFolder, _head, _index, ...path] = line.split(' ');
      const isContent = type === '1' && state === '.M' && inHead === inIndex && inIndex === inFolder;
      const inDoubt =
        isContent && submodule === 'N...' ? 'file' : isContent && submodule === 'S.M.' ? 'submodule' : null;
      return { path: path.join(' '), inDoubt };
    });
}

/** Whether a filter is configured for all of these files. */
async function areFiltered(
  git: Git,
  root: string,
  { filters }: Survey,
  paths: readonly string[],
): Promise<boolean> {
  if (filters.size === 0) return false;
  const told = await git(root, ['check-attr', '-z', '--stdin', 'filter'], {
    input: paths.map((path) => `${path}\0`).join(''),
  });
  // Path, attribute and value, one after the other.
  const values = (told ?? '').split('\0').filter((_, index) => index % 3 === 2);
  return values.length !== paths.length || values.every((value) => filters.has(value));
}
