import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findOnPath, loginShell, realPath, shellsOfSystem, type System } from '#core/system';
import { knownShell, shellNames } from '../starting/index.ts';

/** A shell of this machine that can be asked. */
export interface InstalledShell {
  name: string;
  path: string;
  login: boolean;
  /** It is the login shell, or has a profile. */
  used: boolean;
}

/** Files, below the home folder, that show that someone uses a shell. `.profile` belongs to every POSIX shell. */
const profiles: Readonly<Record<string, readonly string[]>> = {
  zsh: ['.zshenv', '.zprofile', '.zshrc', '.zlogin'],
  bash: ['.bashrc', '.bash_profile', '.bash_login', '.profile'],
  fish: ['.config/fish'],
  ksh: ['.kshrc'],
  mksh: ['.mkshrc'],
  tcsh: ['.tcshrc', '.cshrc', '.login'],
  elvish: ['.config/elvish'],
  nu: ['.config/nushell'],
};

/** The shells that can be asked, each program once, the login shell first. Starts none of them. */
export async function installedShells(system: System): Promise<InstalledShell[]> {
  if (system.os === 'windows') return [];
  const login = await loginShell(system);
  const onPath = await Promise.all(shellNames.map((name) => findOnPath(system, name)));
  const found: InstalledShell[] = [];
  const seen = new Set<string>();
  for (const path of [login, ...onPath, ...(await shellsOfSystem())]) {
    if (path === null || knownShell(basename(path)) === null) continue;
    const name = basename(path);
    const program = await realPath(path);
    // dash is asked as sh, which it usually is. bash as sh reads other files than as bash.
    const id = `${name === 'dash' ? 'sh' : name} ${program}`;
    if (program === null || seen.has(id)) continue;
    seen.add(id);
    found.push({
      name,
      path,
      login: path === login,
      used: path === login || (await hasProfile(system, name)),
    });
  }
  return found;
}

async function hasProfile({ home }: Pick<System, 'home'>, name: string): Promise<boolean> {
  for (const file of profiles[name] ?? []) {
    const path = join(home, file);
    const there = await stat(path).catch(() => null);
    // A shell makes its folder itself when it is first started, as here, and nothing in it.
    if (there?.isDirectory() ? (await readdir(path).catch(() => [])).length > 0 : there !== null) return true;
  }
  return false;
}
