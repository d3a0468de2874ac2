import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileFinding } from '#contract/upkeep';
import { errorCode, type UnpackedFile } from '#core/system';

/**
 * Files in a GOROOT that were not installed. A folder that holds no installed file is listed once, with a slash at its
 * end. Finder's `.DS_Store` is ignored: looking at a folder is not a change.
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
      // The folder is gone: its files are reported as missing.
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
