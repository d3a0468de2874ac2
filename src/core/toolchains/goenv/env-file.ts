import { isAbsolute, join, resolve } from 'node:path';
import { readTextIfThere, type System } from '#core/system';

/** A file of variables that Go reads: the user's, or the `go.env` of a GOROOT. */
export interface EnvFile {
  path: string;
  /** By name; `line` is 1-based. */
  variables: ReadonlyMap<string, { value: string; line: number }>;
}

/** One place that gives a variable a value. */
export interface Setting {
  value: string;
  /** null: the process environment. */
  file: string | null;
  /** 1-based; null for the environment. */
  line: number | null;
}

/**
 * Parses the lines `NAME=value` exactly as Go does (readEnvFile in cmd/go/internal/cfg): a line counts if its first
 * byte is a capital letter, and nothing is trimmed, unquoted or expanded. Where a name occurs twice, Go takes the last
 * line of the user's file and the first of a GOROOT's `go.env`.
 */
export function parseEnvFile(text: string | null, duplicates: 'first' | 'last'): EnvFile['variables'] {
  const variables = new Map<string, { value: string; line: number }>();
  for (const [index, line] of (text ?? '').split('\n').entries()) {
    const equals = line.indexOf('=');
    if (equals < 0 || !/^[A-Z]/.test(line)) continue;
    const name = line.slice(0, equals);
    if (duplicates === 'last' || !variables.has(name)) {
      variables.set(name, { value: line.slice(equals + 1), line: index + 1 });
    }
  }
  return variables;
}

/**
 * The file that `go env -w` writes; null when there is none, as with GOENV=off. `dir`: where Go runs, to which a
 * relative GOENV is relative; by default this process's working folder.
 */
export async function readUserEnvFile(
  system: Pick<System, 'env' | 'home' | 'os'>,
  dir = '',
): Promise<EnvFile | null> {
  const path = userEnvFile(system);
  return path === null ? null : readEnvFile(resolve(dir, path), 'last');
}

/** The defaults that a Go ships with, since 1.21. */
export function readGorootEnvFile(goroot: string): Promise<EnvFile> {
  return readEnvFile(join(goroot, 'go.env'), 'first');
}

/**
 * Every place that sets a variable, strongest first; Go uses the first. The environment counts unless it is empty; of
 * the files, the first that has the name, even with an empty value.
 */
export function settingsOf(name: string, env: System['env'], files: readonly (EnvFile | null)[]): Setting[] {
  const value = env[name];
  const inFiles = files.flatMap((file) => {
    const found = file?.variables.get(name);
    return file && found ? [{ ...found, file: file.path }] : [];
  });
  return value ? [{ value, file: null, line: null }, ...inFiles] : inFiles;
}

/** A file of variables; one that cannot be read sets nothing, as for Go. */
export async function readEnvFile(path: string, duplicates: 'first' | 'last'): Promise<EnvFile> {
  const text = await readTextIfThere(path).catch(() => null);
  return { path, variables: parseEnvFile(text, duplicates) };
}

/** $GOENV, or `go/env` in the user's configuration folder (os.UserConfigDir); null when there is none. Pure. */
export function userEnvFile(system: Pick<System, 'env' | 'home' | 'os'>): string | null {
  const { env, home, os } = system;
  if (env['GOENV'] === 'off') return null;
  if (env['GOENV']) return env['GOENV'];
  if (os === 'darwin') return join(home, 'Library', 'Application Support', 'go', 'env');
  if (os === 'windows') return env['APPDATA'] ? join(env['APPDATA'], 'go', 'env') : null;
  const folder = env['XDG_CONFIG_HOME'] || join(home, '.config');
  return isAbsolute(folder) ? join(folder, 'go', 'env') : null;
}
