import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Wish } from '../wishes/index.ts';

/**
 * The top folder of the repository that `dir` is in, where `wish` is a pin in a folder above it; else null. Whoever
 * else checks out that repository does not get the pin.
 */
export async function repositoryBelow(wish: Wish, dir: string): Promise<string | null> {
  if (wish.line === null || wish.strength === 'minimum' || wish.rule === 'default') return null;
  const pinned = dirname(wish.file);
  for (let folder = dir; folder !== pinned; folder = dirname(folder)) {
    if (await exists(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return null;
  }
  return null;
}

/** `.git` is a folder, or in a worktree and in a submodule a file. */
function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
