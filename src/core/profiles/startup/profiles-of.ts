import { readdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { type Failure, failure } from '#contract/failure';
import type { ShellName, ShellStatus } from '#contract/shell';
import { findShells, realPath, type System } from '#core/system';
import { mergeFiles, type StartupFile, type StartupFolders, startupFiles } from './startup-files.ts';
import { askZsh } from './zsh-folder.ts';

/** A startup file, and where it leads. */
export interface Profile extends StartupFile {
  /** Without links; the same as `path` where there are none. */
  target: string;
  exists: boolean;
  /** Why nobody can tell where the file is; null: it is where its path leads. */
  unplaced: Failure | null;
}

/**
 * The profiles of these shells, each file once, whether or not they exist. Starts zsh if it is among them. Failures:
 * profile.no-home.
 */
export async function profilesOf(system: System, shells: readonly ShellName[]): Promise<Profile[]> {
  const { home } = system;
  if (!isAbsolute(home)) throw failure('profile.no-home', { home });
  const zsh = shells.includes('zsh') ? await askZsh(system) : { folder: home, isCertain: true };
  const folders: StartupFolders = { home, zsh: zsh.folder, fish: fishFolder(system) };
  const there = new Set<string>();
  const bash = ['.bash_profile', '.bash_login', '.profile'].map((name) => join(home, name));
  for (const path of [...bash, join(folders.fish, 'config.fish')]) {
    if (await isThere(path)) there.add(path);
  }
  const files = shells.flatMap((shell) => startupFiles(shell, folders, (path) => there.has(path)));
  const targets = new Map<string, string>();
  for (const { path } of files) targets.set(path, (await realPath(path)) ?? path);
  const target = (path: string) => targets.get(path) ?? path;
  return Promise.all(
    mergeFiles(files, target).map(async (file) => ({
      ...file,
      target: target(file.path),
      exists: await isThere(file.path),
      unplaced: whyUnplaced(file, zsh.isCertain),
    })),
  );
}

function whyUnplaced({ path, shells }: StartupFile, isZshCertain: boolean): Failure | null {
  if (shells.includes('zsh') && !isZshCertain) return failure('profile.no-answer', { path });
  if (isAbsolute(path)) return null;
  const variable = shells.includes('zsh') ? 'ZDOTDIR' : 'XDG_CONFIG_HOME';
  const value = dirname(variable === 'ZDOTDIR' ? path : dirname(dirname(path)));
  return failure('profile.relative-folder', { path, variable, value });
}

/** fish's folder of configuration, in `$XDG_CONFIG_HOME`. */
export function fishFolder({ env, home }: System): string {
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'fish');
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

const names: readonly ShellName[] = ['zsh', 'bash', 'fish', 'sh'];

/** The shells of this machine, and which of them are in use: the login shell, and those that have a profile. */
export async function shellsHere(system: System): Promise<ShellStatus['shells']> {
  const found = await findShells(system);
  const isLogin = (name: ShellName) => found.some((shell) => shell.name === name && shell.login);
  return Promise.all(
    names
      .filter((name) => name !== 'sh' || isLogin(name))
      .map(async (name) => {
        const path = found.find((shell) => shell.name === name)?.path ?? null;
        const used = isLogin(name) || (path !== null && (await hasProfile(system, name)));
        return { name, path, login: isLogin(name), used };
      }),
  );
}

async function hasProfile(system: System, shell: ShellName): Promise<boolean> {
  // fish makes the folder itself at its first start, and nothing in it.
  if (shell === 'fish') return (await readdir(fishFolder(system)).catch(() => [])).length > 0;
  return (await profilesOf(system, [shell])).some(({ exists }) => exists);
}
