import { stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { isProgram } from './small-file.ts';
import type { System } from './system.ts';

/** The path of the first program of that name on PATH; null where there is none. */
export async function findOnPath({ env }: Pick<System, 'env'>, name: string): Promise<string | null> {
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, name);
    if (await isProgram(path)) return path;
  }
  return null;
}

/** Whether a program is there: looked for in PATH, unless it is named by its path. */
export async function isOnPath({ os, env }: Pick<System, 'os' | 'env'>, name: string): Promise<boolean> {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const paths = name.includes('/') ? [name] : folders.map((folder) => join(folder, name));
  const found = await Promise.all(
    paths.flatMap((path) => (os === 'windows' ? [path, `${path}.exe`] : [path])).map(isFile),
  );
  return found.includes(true);
}

/** As cgo looks for one: `$CC`, else gcc, or clang on a Mac (https://pkg.go.dev/cmd/cgo). */
export function hasCCompiler(system: Pick<System, 'os' | 'env'>): Promise<boolean> {
  const { os, env } = system;
  const [name = ''] = (env['CC'] || (os === 'darwin' ? 'clang' : 'gcc')).split(' ');
  return isOnPath(system, name);
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (there) => there.isFile(),
    () => false,
  );
}
