import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Watched } from './watched-files.ts';

/** For each folder to watch, the names in it that count; null: all. */
export type FolderNames = Map<string, Set<string> | null>;

/**
 * The folders to watch, none of them with what is below it: that of each file or, while it does not exist, the nearest
 * parent that does. Where a file is a link, also the folder that the link leads to.
 */
export async function folderNames(watched: readonly Watched[]): Promise<FolderNames> {
  const names: FolderNames = new Map();
  const known = new Map<string, Promise<boolean>>();
  const isThere = (folder: string): Promise<boolean> => {
    const asked = known.get(folder) ?? isFolder(folder);
    known.set(folder, asked);
    return asked;
  };
  const add = (folder: string, name: string) => {
    const before = names.get(folder);
    if (before !== null) names.set(folder, (before ?? new Set()).add(name));
  };
  const addNearest = async (path: string) => {
    let [folder, name] = [dirname(path), basename(path)];
    while (!(await isThere(folder)) && dirname(folder) !== folder) {
      [folder, name] = [dirname(folder), basename(folder)];
    }
    add(folder, name);
  };
  for (const { path, isFolder: whole } of watched) {
    await addNearest(path);
    const target = await targetOf(path);
    if (target !== null) await addNearest(target);
    if (whole && (await isThere(path))) names.set(path, null);
  }
  // A watch ends with its folder; that one is there in its place is noticed by its parent, if that is watched.
  for (const folder of names.keys()) {
    const parent = dirname(folder);
    if (parent !== folder && names.has(parent)) add(parent, basename(folder));
  }
  return names;
}

/** Where a link leads to; null if it is none, or leads nowhere. */
async function targetOf(path: string): Promise<string | null> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await realpath(path) : null;
  } catch {
    return null;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
