import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import type { Shell } from '#contract/machine';
import { readTextIfThere } from './files.ts';
import { shellInPasswd, shellsInEtc, versionOfShell } from './machine-text.ts';
import { pathFolders } from './on-path.ts';
import type { System } from './system.ts';

const known = ['zsh', 'bash', 'fish'] as const;

/** zsh, bash and fish as found on PATH and in /etc/shells, and the login shell; each program once. */
export async function findShells(system: System): Promise<Shell[]> {
  if (system.os === 'windows') return [];
  const login = await loginShell(system);
  const paths = [...(login ? [login] : []), ...onPath(system), ...(await shellsOfSystem())];
  const seen = new Set<string>();
  const found: { name: Shell['name']; path: string }[] = [];
  for (const path of paths) {
    const name = basename(path);
    const isLoginSh = name === 'sh' && path === login;
    if (!isLoginSh && !known.some((shell) => shell === name)) continue;
    const program = await executable(path);
    // /bin and /usr/bin are often one folder. bash called as sh behaves differently, so it is listed by that name.
    if (program === null || seen.has(`${name} ${program}`)) continue;
    seen.add(`${name} ${program}`);
    found.push({ name: name as Shell['name'], path });
  }
  const shells = await Promise.all(
    found.map(async (shell) => ({
      ...shell,
      version: await versionOf(system, shell),
      login: shell.path === login,
    })),
  );
  return shells;
}

function onPath(system: System): string[] {
  const folders = pathFolders(system.env);
  return known.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The shells that may be login shells: those of /etc/shells, or none. */
export async function shellsOfSystem(): Promise<string[]> {
  return shellsInEtc((await readTextIfThere('/etc/shells').catch(() => null)) ?? '');
}

/**
 * The path of the user's login shell, or null if it is not known. $SHELL is set at login; apps started by a service
 * manager may lack it.
 */
export async function loginShell(system: System): Promise<string | null> {
  const shell = system.env['SHELL'];
  if (shell && isAbsolute(shell)) return shell;
  const passwd = await readTextIfThere('/etc/passwd').catch(() => null);
  return shellInPasswd(passwd ?? '', system.env['USER'] ?? system.env['LOGNAME'], system.home);
}

async function executable(path: string): Promise<string | null> {
  try {
    await access(path, constants.X_OK);
    return await realpath(path);
  } catch {
    return null;
  }
}

/** Runs `--version`, but not for sh: dash has no such option and would wait for input. */
async function versionOf(system: System, shell: { name: string; path: string }): Promise<string | null> {
  if (shell.name === 'sh') return null;
  try {
    const result = await system.run({ file: shell.path, args: ['--version'], timeoutMs: 3000 });
    return result.exitCode === 0 ? versionOfShell(result.stdout) : null;
  } catch {
    return null;
  }
}
