import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isFailure } from '#contract/failure';
import { fileFailure } from '#core/system';

const prefix = '.burrow-pruned-';

/**
 * Moves folders into one beside them, for that is the one place that is on the same disk, and deletes them there.
 * After a kill they are gone from their places, and `leftAside` finds what is left. They may be read-only, as the
 * module cache is. Throws what the file system says.
 */
export async function deleteAside(folders: readonly string[], beside: string): Promise<void> {
  const aside = join(beside, `${prefix}${crypto.randomUUID()}`);
  await mkdir(aside, { mode: 0o700 });
  for (const folder of folders) {
    try {
      await chmod(folder, 0o700); // else it cannot be moved to another folder
      await rename(folder, join(aside, basename(folder)));
    } catch (error) {
      if (!isFailure(fileFailure(error, folder), 'file.not-found')) throw error;
    }
  }
  await deleteReadOnly(aside);
}

/** Whether a path is what `deleteAside` left when it was killed. */
export function isAside(path: string): boolean {
  return basename(path).startsWith(prefix);
}

/** What a `deleteAside` that was killed left in a folder. */
export async function leftAside(beside: string): Promise<string[]> {
  const names = await readdir(beside).catch(() => []);
  return names.filter(isAside).map((name) => join(beside, name));
}

/** Deletes a folder and all in it, also where its owner may not write. */
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
