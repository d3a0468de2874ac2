import { realpath } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { burrowPaths, type System } from '#core/system';
import { installedVersions } from '../store/index.ts';
import { readGorootEnvFile, readUserEnvFile } from './env-file.ts';

/**
 * What `go env NAME` would say, without running Go: the environment, then the user's file, then the `go.env` that
 * comes with a Go (https://pkg.go.dev/cmd/go#hdr-Environment_variables). null when nothing says: the defaults of Go
 * stand in a Go, so where there is none, there are none.
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

/** The GOROOTs at hand: of every `go` on PATH, in its order, then of what Burrow installed. */
async function* goroots(system: Pick<System, 'env' | 'home' | 'os'>): AsyncGenerator<string> {
  yield* gorootsOnPath(system);
  for (const { path } of await installedVersions(system)) yield path;
}

/** Where the `go`s on PATH lead, in its order, links followed; Burrow's shims left out. Not all are GOROOTs. */
export async function* gorootsOnPath(system: Pick<System, 'env' | 'home' | 'os'>): AsyncGenerator<string> {
  const { shims } = burrowPaths(system);
  const program = system.os === 'windows' ? 'go.exe' : 'go';
  for (const folder of (system.env['PATH'] ?? '').split(delimiter)) {
    if (!isAbsolute(folder) || folder === shims) continue;
    const found = await realpath(join(folder, program)).catch(() => null);
    if (found !== null) yield dirname(dirname(found));
  }
}
