import { realpath } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { burrowPaths, readTextIfThere, type System } from '#core/system';
import { installedVersions } from '../store/index.ts';

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
  const written = await writtenSetting(system, name);
  if (written !== null) return written.value;
  for await (const goroot of goroots(system)) {
    const value = (await settingsIn(join(goroot, 'go.env'))).get(name);
    if (value) return value;
  }
  return null;
}

/** What `go env -w` wrote for a variable, and into which file; null where that is nothing, or empty. */
export async function writtenSetting(
  system: Pick<System, 'env' | 'home' | 'os'>,
  name: string,
): Promise<{ value: string; file: string } | null> {
  const file = userEnvFile(system);
  const value = file === null ? undefined : (await settingsIn(file)).get(name);
  return file === null || !value ? null : { value, file };
}

/** A file that cannot be read says nothing, as for Go (readEnvFile in cmd/go/internal/cfg). */
async function settingsIn(file: string): Promise<ReadonlyMap<string, string>> {
  return parseGoEnv(await readTextIfThere(file).catch(() => null));
}

/** The lines `NAME=value` of a go.env file; comments and all else are passed over, as Go does. */
export function parseGoEnv(text: string | null): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const line of (text ?? '').split(/\r?\n/)) {
    const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line.trim()) ?? [];
    if (name !== undefined && value !== undefined) settings.set(name, value);
  }
  return settings;
}

/** Where `go env -w` writes: $GOENV, or `go/env` in the user's configuration folder (os.UserConfigDir). */
function userEnvFile(system: Pick<System, 'env' | 'home' | 'os'>): string | null {
  const { env, home, os } = system;
  if (env['GOENV'] === 'off') return null;
  if (env['GOENV']) return env['GOENV'];
  if (os === 'darwin') return join(home, 'Library', 'Application Support', 'go', 'env');
  if (os === 'windows') return env['APPDATA'] ? join(env['APPDATA'], 'go', 'env') : null;
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'go', 'env');
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
