import { dirname, join } from 'node:path';
import { wishesOfGoMod } from './go-mod.ts';
import { isFile, readStart } from './small-file.ts';
import { type Wish, wishOfVersionFile } from './wish.ts';

/**
 * Every wish that counts for `dir`, strongest first: of each folder, nearest first, `.go-version` and `go.mod`; then
 * the default file. Parents are those of the path as it is written: a folder reached through a link has the parents
 * of the link, as for a shell's `cd ..` and for Go.
 */
export async function gatherWishes(dir: string, defaultFile: string): Promise<Wish[]> {
  const inFolders = await Promise.all(
    foldersUp(dir).flatMap((folder) => [
      versionFile(join(folder, '.go-version'), 'go-version-file'),
      goMod(join(folder, 'go.mod')),
    ]),
  );
  return [...inFolders.flat(), ...(await versionFile(defaultFile, 'default'))];
}

/** The folder and its parents up to the root. */
function foldersUp(dir: string): string[] {
  const folders = [dir];
  for (let folder = dir; dirname(folder) !== folder; ) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}

async function versionFile(file: string, rule: 'go-version-file' | 'default'): Promise<Wish[]> {
  return (await isFile(file)) ? [wishOfVersionFile(await readStart(file), file, rule)] : [];
}

/** A go.mod that may not be read says nothing: Go itself tells what is wrong with it. */
async function goMod(file: string): Promise<Wish[]> {
  if (!(await isFile(file))) return [];
  const content = await readStart(file);
  return content === null ? [unreadableGoMod(file)] : wishesOfGoMod(content, file);
}

function unreadableGoMod(file: string): Wish {
  return { rule: 'go-mod-go', file, line: 1, text: '', strength: 'minimum', wanted: null, bare: false };
}
