import { dirname, isAbsolute, join } from 'node:path';
import { isFile, readStart } from '#core/system';
import { wishesOfGoMod } from './go-mod.ts';
import { wishesOfMiseToml } from './mise-toml.ts';
import { wishesOfToolVersions, wishesOfVariable, wishOfVersionFile } from './pins.ts';
import type { Wish } from './wish.ts';

/** What wishes are read from, besides the folders. */
export interface Sources {
  defaultFile: string;
  /** Variables of this shell: BURROW_GO and GOWORK count. */
  env: Readonly<Record<string, string | undefined>>;
}

/**
 * Every wish that counts for `dir`: BURROW_GO; of each folder, nearest first, its version files, its go.work and its
 * go.mod; then the go.work that GOWORK names, and the default file. Parents are those of the path as it is written: a folder
 * reached through a link has the parents of the link, as for a shell's `cd ..` and for Go.
 */
export async function gatherWishes(dir: string, { defaultFile, env }: Sources): Promise<Wish[]> {
  const folders = foldersUp(dir);
  const gowork = env['GOWORK'] ?? '';
  const named = isAbsolute(gowork) && (await isFile(gowork)) ? gowork : null;
  const searched = gowork === '' || gowork === 'auto';
  const [pins, mods, works, ofNamed, byDefault] = await Promise.all([
    Promise.all(folders.map(pinsIn)),
    Promise.all(folders.map((folder) => wishesIfThere(join(folder, 'go.mod'), goMod))),
    Promise.all((searched ? folders : []).map((folder) => wishesIfThere(join(folder, 'go.work'), goWork))),
    named === null ? [] : wishesIn(named, goWork),
    wishesIn(defaultFile, (content, file) => [wishOfVersionFile(content, file, 'default')]),
  ]);
  // Of several go.work the nearest is the workspace, and of several go.mod the nearest is the module, as Go takes them.
  const workspace = works.findIndex((wishes) => wishes !== null);
  const module = mods.findIndex((wishes) => wishes !== null);
  const inFolders = folders.flatMap((_, index) => [
    ...(pins[index] ?? []),
    ...(index === workspace ? (works[index] ?? []) : []),
    ...(mods[index] ?? []).map((wish) =>
      named !== null || workspace >= 0 || index > module ? { ...wish, replaced: true as const } : wish,
    ),
  ]);
  return [...wishesOfVariable(env['BURROW_GO']), ...inFolders, ...ofNamed, ...byDefault];
}

/** What the version files of one folder pin, strongest first. */
export async function pinsIn(folder: string): Promise<Wish[]> {
  const found = await Promise.all([
    wishesIn(join(folder, '.go-version'), (content, file) => [
      wishOfVersionFile(content, file, 'go-version-file'),
    ]),
    wishesIn(join(folder, '.tool-versions'), wishesOfToolVersions),
    wishesIn(join(folder, 'mise.toml'), wishesOfMiseToml),
    wishesIn(join(folder, '.mise.toml'), wishesOfMiseToml),
  ]);
  return found.flat();
}

/** The folder and its parents up to the root. */
export function foldersUp(dir: string): string[] {
  const folders = [dir];
  for (let folder = dir; dirname(folder) !== folder; ) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}

/** No file, no wish. */
async function wishesIn(...[file, read]: Parameters<typeof wishesIfThere>): Promise<Wish[]> {
  return (await wishesIfThere(file, read)) ?? [];
}

/** null: there is no such file. One that may not be read is told to `read` as null. */
async function wishesIfThere(
  file: string,
  read: (content: string | null, file: string) => Wish[],
): Promise<Wish[] | null> {
  return (await isFile(file)) ? read(await readStart(file), file) : null;
}

function goWork(content: string | null, file: string): Wish[] {
  return content === null ? [unreadable('go-work-go', file)] : wishesOfGoMod(content, file, 'go-work');
}

/** A go.mod or go.work that may not be read says nothing: Go itself tells what is wrong with it. */
function goMod(content: string | null, file: string): Wish[] {
  return content === null ? [unreadable('go-mod-go', file)] : wishesOfGoMod(content, file);
}

function unreadable(rule: 'go-mod-go' | 'go-work-go', file: string): Wish {
  return { rule, file, line: 1, text: '', strength: 'minimum', wanted: null, bare: false };
}
