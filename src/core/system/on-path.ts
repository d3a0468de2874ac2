import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { isFile, isProgram } from './small-file.ts';
import type { System } from './system.ts';

/**
 * The folders of PATH in order, each once, without a trailing slash. Entries that are not absolute are left out, as in
 * Go.
 */
export function pathFolders(env: System['env']): string[] {
  const entries = (env['PATH'] ?? '').split(delimiter).filter((entry) => isAbsolute(entry));
  return [...new Set(entries.map((entry) => resolve(entry)))];
}

/**
 * The environment with only the absolute entries of PATH. An empty or relative entry stands for a folder of whatever
 * project a program happens to run in, which could have a `git` of its own there. Without any absolute entry PATH is
 * that of a system without settings: an empty one would stand for the working folder, too.
 */
export function withAbsolutePath(env: System['env']): System['env'] {
  const given = env['PATH'];
  if (given === undefined) return env;
  const entries = given.split(delimiter).filter((entry) => isAbsolute(entry));
  return { ...env, PATH: entries.join(delimiter) || '/usr/bin:/bin' };
}

/** The path of the first program with this name on PATH; null when there is none. */
export async function findOnPath({ env }: Pick<System, 'env'>, name: string): Promise<string | null> {
  for (const folder of pathFolders(env)) {
    const path = join(folder, name);
    if (await isProgram(path)) return path;
  }
  return null;
}

/** Whether a program exists: looked up in PATH, unless `name` is a path. */
export async function isOnPath({ os, env }: Pick<System, 'os' | 'env'>, name: string): Promise<boolean> {
  const paths = name.includes('/') ? [name] : pathFolders(env).map((folder) => join(folder, name));
  const found = await Promise.all(
    paths.flatMap((path) => (os === 'windows' ? [path, `${path}.exe`] : [path])).map(isFile),
  );
  return found.includes(true);
}

/** Whether cgo would find a C compiler: `$CC`, otherwise gcc, or clang on a Mac (https://pkg.go.dev/cmd/cgo). */
export function hasCCompiler(system: Pick<System, 'os' | 'env'>): Promise<boolean> {
  const { os, env } = system;
  const [name = ''] = (env['CC'] || (os === 'darwin' ? 'clang' : 'gcc')).split(' ');
  return isOnPath(system, name);
}
