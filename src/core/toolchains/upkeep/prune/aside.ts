import { chmod, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isFailure } from '#contract/failure';
import { fileFailure } from '#core/system';

const prefix = '.burrow-pruned-';

/**
 * Renames folders in the folder that they are in, which needs no space, and then deletes them. After a kill they are gone
 * from their places, and `leftAside` finds the rest. They may be read-only, like the module cache. Throws file system
 * errors.
 */
export async function deleteAside(folders: readonly string[]): Promise<void> {
  const moved: string[] = [];
  for (const folder of folders) {
    const aside = join(dirname(folder), `${prefix}${crypto.randomUUID()}`);
    try {
      await rename(folder, aside);
      moved.push(aside);
    } catch (error) {
      if (!isFailure(fileFailure(error, folder), 'file.not-found')) throw error;
    }
  }
  for (const aside of moved) await deleteReadOnly(aside);
}

/** Whether a path was left by a killed `deleteAside`. */
export function isAside(path: string): boolean {
  return basename(path).startsWith(prefix);
}

/** What killed calls of `deleteAside` left in a folder. */
export async function leftAside(beside: string): Promise<string[]> {
  const names = await readdir(beside).catch(() => []);
  return names.filter(isAside).map((name) => join(beside, name));
}

/** Deletes a folder and everything in it, even if it is read-only. */
export async function deleteReadOnly(folder: string): Promise<void> {
  await makeWritable(folder);
  await rm(folder, { recursive: true, force: true });
}

async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
  }
}
