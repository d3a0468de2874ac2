import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Wish } from '../wishes/index.ts';

/**
 * The top folder of the repository that contains `dir`, if `wish` is a pin in a folder above it; otherwise null. Others
 * who clone the repository do not get such a pin.
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

/** `.git` is a folder; in a worktree or a submodule, a file. */
function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
