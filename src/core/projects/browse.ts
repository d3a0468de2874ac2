import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure, isFailure } from '#contract/failure';
import type { FolderListing } from '#contract/projects';
import { fileFailure, type System, typedPath } from '#core/system';

/**
 * Lists the folders in a folder by name, hidden ones too. `path` defaults to the home folder.
 * Failures: folder.not-found, file.no-permission.
 */
export async function browseFolders(system: System, path?: string): Promise<FolderListing> {
  const folder = typedPath(system, path ?? '~');
  const parent = dirname(folder);
  return {
    path: folder,
    parent: parent === folder ? null : parent,
    folders: (await folderNames(folder)).map((name) => {
      const inside = join(folder, name);
      return { name, path: inside, hasGoMod: existsSync(join(inside, 'go.mod')) };
    }),
  };
}

async function folderNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const kept: string[] = [];
    for (const entry of entries) {
      if (
        entry.isDirectory() ||
        (entry.isSymbolicLink() && (await leadsToFolder(join(folder, entry.name))))
      ) {
        kept.push(entry.name);
      }
    }
    return kept.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  } catch (error) {
    const found = fileFailure(error, folder);
    throw isFailure(found, 'file.not-found') ? failure('folder.not-found', { path: folder }, error) : found;
  }
}

async function leadsToFolder(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isDirectory();
  } catch {
    return false;
  }
}
