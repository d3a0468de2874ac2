import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileFinding } from '#contract/upkeep';
import { errorCode, type UnpackedFile } from '#core/system';

/**
 * What lies in a GOROOT and was not installed. A folder of which nothing was installed is named once, with a slash
 * at its end. Finder's `.DS_Store` does not count: looking at a folder is no change.
 */
export async function extraFiles(goroot: string, recorded: readonly UnpackedFile[]): Promise<FileFinding[]> {
  const files = new Set(recorded.map(({ path }) => path));
  const folders = foldersOf(recorded);
  const findings: FileFinding[] = [];
  const look = async (folder: string): Promise<void> => {
    const inside: string[] = [];
    try {
      for (const entry of await readdir(join(goroot, folder), { withFileTypes: true })) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && folders.has(path)) inside.push(path);
        else if (!files.has(path) && entry.name !== '.DS_Store') {
          findings.push({ path: entry.isDirectory() ? `${path}/` : path, problem: 'extra', detail: null });
        }
      }
    } catch (error) {
      // One that is gone: its files are found missing.
      if (errorCode(error) === 'ENOENT') return;
      findings.push({ path: `${folder}/`, problem: 'unreadable', detail: errorCode(error) ?? String(error) });
    }
    await Promise.all(inside.map(look));
  };
  await look('');
  return findings;
}

function foldersOf(files: readonly UnpackedFile[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { path } of files) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
