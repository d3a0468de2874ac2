import { dirname, isAbsolute, join } from 'node:path';
import type { Rule } from '#contract/switching';
import { isFile, type System } from '#core/system';
import type { Lines } from '#core/toolchains';
import { wishesOfGoMod } from './go-mod.ts';
import { miseFilesIn, miseOsNames } from './mise-files.ts';
import { wishesOfMiseToml } from './mise-toml.ts';
import { wishesOfToolVersions, wishesOfVariable, wishOfVersionFile } from './pins.ts';
import { readModLines, readVersionFile } from './version-file.ts';
import { unread, type Wish } from './wish.ts';

/** Where wishes are read from, besides the folders. */
export interface Sources extends PinSources {
  defaultFile: string;
}

/** What reading version files depends on: the variables BURROW_GO, GOWORK and HOME, and the machine. */
type PinSources = Pick<System, 'env' | 'os' | 'arch'>;

/**
 * Every wish that counts for `dir`: BURROW_GO; for each folder, nearest first, its version files, its go.work and its
 * go.mod; then the go.work that GOWORK names, and the default file. The parents are those in the path as written: a
 * folder reached through a link has the parents of the link, as for a shell's `cd ..` and for Go.
 */
export async function gatherWishes(dir: string, { defaultFile, ...system }: Sources): Promise<Wish[]> {
  const { env } = system;
  const folders = foldersUp(dir);
  const gowork = env['GOWORK'] ?? '';
  const named = isAbsolute(gowork) && (await isFile(gowork)) ? gowork : null;
  const searched = gowork === '' || gowork === 'auto';
  const [pins, mods, works, ofNamed, byDefault] = await Promise.all([
    Promise.all(folders.map((folder) => pinsIn(folder, system))),
    Promise.all(folders.map((folder) => minimumsIfThere(join(folder, 'go.mod'), 'go-mod'))),
    Promise.all(
      (searched ? folders : []).map((folder) => minimumsIfThere(join(folder, 'go.work'), 'go-work')),
    ),
    named === null ? [] : minimumsIfThere(named, 'go-work'),
    pinsOf(defaultFile, 'default', (content) => [wishOfVersionFile(content, defaultFile, 'default')]),
  ]);
  // As for Go, the nearest go.work is the workspace, and the nearest go.mod is the module.
  const workspace = works.findIndex((wishes) => wishes !== null);
  const module = mods.findIndex((wishes) => wishes !== null);
  const inFolders = folders.flatMap((_, index) => [
    ...(pins[index] ?? []),
    ...(index === workspace ? (works[index] ?? []) : []),
    ...(mods[index] ?? []).map((wish) =>
      named !== null || workspace >= 0 || index > module ? { ...wish, replaced: true as const } : wish,
    ),
  ]);
  return [...wishesOfVariable(env['BURROW_GO']), ...inFolders, ...(ofNamed ?? []), ...byDefault];
}

/** What the version files of one folder pin, highest precedence first. */
export async function pinsIn(folder: string, system: PinSources): Promise<Wish[]> {
  const goVersion = join(folder, '.go-version');
  const toolVersions = join(folder, '.tool-versions');
  const osNames = miseOsNames(system);
  const ofMise = await miseFilesIn(folder, system.env['HOME']);
  const found = await Promise.all([
    pinsOf(goVersion, 'go-version-file', (content) => [
      wishOfVersionFile(content, goVersion, 'go-version-file'),
    ]),
    pinsOf(toolVersions, 'tool-versions', (content) => wishesOfToolVersions(content, toolVersions)),
    ...ofMise.map((file) => pinsOf(file, 'mise-toml', (content) => wishesOfMiseToml(content, file, osNames))),
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

/** What a version file pins; if it exists but cannot be read, a wish with the reason. */
async function pinsOf(file: string, rule: Rule, read: (content: Lines) => Wish[]): Promise<Wish[]> {
  const found = await readVersionFile(file);
  if (found === null) return [];
  return 'why' in found ? [{ rule, file, line: 1, text: '', ...unread(found.why) }] : read(found);
}

/**
 * What a go.mod or go.work asks for; null if there is no such file. One that cannot be read asks for nothing, because
 * Go itself reports what is wrong with it.
 */
async function minimumsIfThere(file: string, kind: 'go-mod' | 'go-work'): Promise<Wish[] | null> {
  if (!(await isFile(file))) return null;
  const content = await readModLines(file);
  if (content !== null) return wishesOfGoMod(content, file, kind);
  return [{ rule: `${kind}-go`, file, line: 1, text: '', ...unread('denied'), strength: 'minimum' }];
}
