import { delimiter, isAbsolute, join } from 'node:path';
import type { DoctorEvidence } from '#contract/doctor';
import { maskedValue } from '#core/profiles';
import type { System } from '#core/system';
import { moduleCacheFolder, readUserEnvFile, type Setting, settingsOf } from '#core/toolchains';
import type { Place } from './place.ts';

/** A folder that Go uses. */
export interface GoFolder {
  path: string;
  /** The variable that decides it, with what sets it; null: Go's default. */
  variable: ({ name: string } & Setting) | null;
}

/** Go's folders; null for one that is not absolute, with which Go does not run at all. */
export interface GoFolders {
  buildCache: GoFolder | null;
  moduleCache: GoFolder | null;
  /** The folders of GOPATH; without one, `~/go`. */
  gopath: GoFolder[];
  /** Where Go builds, and where `go run` and `go test` run what they built. */
  work: GoFolder | null;
}

/** What `go env` would say of Go's folders, without running Go. The defaults are those of Go 1.20 to 1.27. */
export async function goFolders({ system, dir }: Place): Promise<GoFolders> {
  const user = await readUserEnvFile(system, dir);
  const set = (name: string): GoFolder['variable'] => {
    const [setting] = settingsOf(name, system.env, [user]);
    return setting && setting.value !== '' ? { name, ...setting } : null;
  };
  return foldersFrom(system, set);
}

/** Pure. */
export function foldersFrom(
  { os, env, home }: Pick<System, 'os' | 'env' | 'home'>,
  set: (name: string) => GoFolder['variable'],
): GoFolders {
  const [gocache, gomodcache, gopath, gotmpdir] = ['GOCACHE', 'GOMODCACHE', 'GOPATH', 'GOTMPDIR'].map(set);
  const tmpdir = os !== 'windows' && env['TMPDIR'] ? environment('TMPDIR', env['TMPDIR']) : null;
  const temporary = os === 'windows' ? (env['TEMP'] ?? null) : (tmpdir?.value ?? '/tmp');
  const modules = moduleCacheFolder(
    { gomodcache: gomodcache?.value ?? null, gopath: gopath?.value ?? null },
    home,
  );
  const all = gopath?.value.split(delimiter) ?? [join(home, 'go')];
  return {
    buildCache: folder(gocache?.value ?? defaultBuildCache({ os, env, home }), gocache),
    moduleCache: folder(modules, gomodcache ?? gopath),
    gopath: all.flatMap((path) => folder(path, gopath) ?? []),
    work: folder(gotmpdir?.value ?? temporary, gotmpdir ?? tmpdir),
  };
}

/** The line that sets the folder, if one does, and the folder itself with what is to be seen there. */
export function folderEvidence({ path, variable }: GoFolder, seen: string): DoctorEvidence[] {
  const there = { file: path, line: null, value: seen };
  return variable ? [settingEvidence(variable), there] : [there];
}

/** What sets a variable; secrets masked. */
export function settingEvidence({ name, value, file, line }: { name: string } & Setting): DoctorEvidence {
  return { file, line, value: `${name}=${maskedValue(name, value)}` };
}

function environment(name: string, value: string): { name: string } & Setting {
  return { name, value, file: null, line: null };
}

function folder(path: string | null, variable: GoFolder['variable'] | undefined): GoFolder | null {
  return path !== null && isAbsolute(path) ? { path, variable: variable ?? null } : null;
}

/** `go-build` in the user's cache folder (os.UserCacheDir). */
function defaultBuildCache({ os, env, home }: Pick<System, 'os' | 'env' | 'home'>): string | null {
  if (os === 'darwin') return join(home, 'Library', 'Caches', 'go-build');
  if (os === 'windows') return env['LocalAppData'] ? join(env['LocalAppData'], 'go-build') : null;
  return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'go-build');
}
