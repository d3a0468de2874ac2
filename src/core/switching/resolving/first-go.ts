import { dirname } from 'node:path';
import { isProgram, pathFolders, realPath, type System } from '#core/system';
import { gosOnPath } from '#core/toolchains';

/** The first `go` on PATH, which a command starts. */
export interface FirstGo {
  /** As found on PATH, links not followed; null: there is none. */
  file: string | null;
  /** It is Burrow's shim. */
  isShim: boolean;
  /** Burrow's folder is on PATH, wherever, and whether or not it has a `go`. */
  hasShims: boolean;
}

/** Reads PATH as Go does: entries that are not absolute are ignored. `shims`: Burrow's folder for PATH. */
export async function firstGo(system: Pick<System, 'env' | 'os'>, shims: string): Promise<FirstGo> {
  const file = await firstProgram(gosOnPath(system));
  if (file !== null && (await isShim(file, shims))) return { file, isShim: true, hasShims: true };
  return { file, isShim: false, hasShims: await isOnPath(system, shims) };
}

async function firstProgram(files: readonly string[]): Promise<string | null> {
  for (const file of files) if (await isProgram(file)) return file;
  return null;
}

/** The folder may be on PATH by another path, and a link may lead to the shim. */
async function isShim(file: string, shims: string): Promise<boolean> {
  if (dirname(file) === shims) return true;
  const [program, folder] = await Promise.all([realPath(file), realPath(shims)]);
  return program !== null && dirname(program) === folder;
}

async function isOnPath({ env }: Pick<System, 'env'>, shims: string): Promise<boolean> {
  const folders = pathFolders(env);
  if (folders.includes(shims)) return true;
  const real = await realPath(shims);
  return real !== null && (await Promise.all(folders.map(realPath))).includes(real);
}
