import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { burrowPaths, pathFolders, type System } from '#core/system';
import { installedVersions } from '../store/index.ts';
import { readGorootEnvFile, readUserEnvFile } from './env-file.ts';

/**
 * What `go env NAME` would print, without running Go: the environment, then the user's file, then the `go.env` that
 * ships with a Go (https://pkg.go.dev/cmd/go#hdr-Environment_variables). null when it is not set: Go's defaults are
 * part of a Go, so without one there are none.
 */
export async function goSetting(
  system: Pick<System, 'env' | 'home' | 'os'>,
  name: string,
): Promise<string | null> {
  if (system.env[name]) return system.env[name];
  const user = await readUserEnvFile(system);
  const inUserFile = user?.variables.get(name)?.value;
  if (inUserFile) return inUserFile;
  for await (const goroot of goroots(system)) {
    const value = (await readGorootEnvFile(goroot)).variables.get(name)?.value;
    if (value) return value;
  }
  return null;
}

/** The available GOROOTs: of every `go` on PATH, in order, then of Burrow's toolchains. */
async function* goroots(system: Pick<System, 'env' | 'home' | 'os'>): AsyncGenerator<string> {
  yield* gorootsOnPath(system);
  for (const { path } of await installedVersions(system)) yield path;
}

/** Where the `go` commands on PATH lead, in order, links followed, without Burrow's shims. Not all are GOROOTs. */
export async function* gorootsOnPath(system: Pick<System, 'env' | 'home' | 'os'>): AsyncGenerator<string> {
  for (const file of gosOnPath(system, burrowPaths(system).shims)) {
    const found = await realpath(file).catch(() => null);
    if (found !== null) yield dirname(dirname(found));
  }
}

/** The paths where PATH may have a `go`, in order, without the folder `shims`, if one is given. Pure. */
export function gosOnPath({ env, os }: Pick<System, 'env' | 'os'>, shims?: string): string[] {
  const name = os === 'windows' ? 'go.exe' : 'go';
  return pathFolders(env)
    .filter((folder) => folder !== shims)
    .map((folder) => join(folder, name));
}
