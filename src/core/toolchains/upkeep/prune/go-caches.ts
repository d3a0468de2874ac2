import { readdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { readTextIfThere, type System } from '#core/system';
import { goSetting, moduleCache } from '../../goenv/index.ts';
import { parseFolderName } from '../../versions/index.ts';
import { leftAside } from './aside.ts';
import { bytesIn } from './folder-bytes.ts';
import type { Found } from './prune-plan.ts';

/** A toolchain in the module cache: its unpacked folder and its download. */
interface ModuleCacheEntry {
  folder: string;
  /** The download: the zip and its hash. */
  files: string[];
}

const inCache = (path: string, kind: Found['kind'], bytes: number): Found => ({
  kind,
  path,
  version: null,
  bytes,
  newer: null,
  installedAt: null,
  lastUsedAt: null,
});

/** The toolchains that Go's own switching downloaded (https://go.dev/doc/toolchain#download). */
export async function moduleCacheToolchains(
  system: System,
  signal: AbortSignal | undefined,
): Promise<Found[]> {
  const cache = await ownModuleCache(system);
  const names = cache === null ? [] : await readdir(join(cache, 'golang.org')).catch(() => []);
  const found = cache === null ? [] : await killedHere(join(cache, 'golang.org'), signal);
  for (const name of names) {
    const [, toolchain] = /^toolchain@v0\.0\.1-(.+)$/.exec(name) ?? [];
    const id = toolchain === undefined ? null : parseFolderName(toolchain);
    if (!id || cache === null) continue;
    const { folder, files } = moduleCacheEntry(join(cache, 'golang.org', name));
    let bytes = 0;
    for (const path of [folder, ...files]) bytes += await bytesIn(path, signal);
    found.push({ ...inCache(folder, 'module-cache', bytes), version: id.version });
  }
  return found;
}

/** All files of a toolchain in the module cache, by its folder `…/golang.org/toolchain@v0.0.1-…`. */
export function moduleCacheEntry(folder: string): ModuleCacheEntry {
  const at = folder.lastIndexOf('golang.org');
  const version = folder.slice(folder.lastIndexOf('@') + 1);
  const download = join(folder.slice(0, at), 'cache', 'download', 'golang.org', 'toolchain', '@v', version);
  return { folder, files: [`${download}.zip`, `${download}.ziphash`] };
}

/** Go's compile cache; nothing if the folder is not recognizably Go's. */
export async function compileCache(system: System, signal: AbortSignal | undefined): Promise<Found[]> {
  const path = (await goSetting(system, 'GOCACHE')) ?? defaultCompileCache(system);
  if (path === null || !isAbsolute(path) || !(await isCompileCache(path))) return [];
  let bytes = 0;
  for (const folder of await compileCacheFolders(path)) bytes += await bytesIn(folder, signal);
  const left = await killedHere(path, signal);
  return bytes === 0 ? left : [...left, inCache(path, 'compile-cache', bytes)];
}

/** What an earlier, killed deletion left in a folder. */
async function killedHere(folder: string, signal: AbortSignal | undefined): Promise<Found[]> {
  const found: Found[] = [];
  for (const path of await leftAside(folder)) {
    found.push(inCache(path, 'leftover', await bytesIn(path, signal)));
  }
  return found;
}

/**
 * The folders `00` to `ff` of a compile cache: `go clean -cache` deletes those, and keeps fuzzing results and
 * everything else (cmd/go/internal/clean).
 */
export async function compileCacheFolders(path: string): Promise<string[]> {
  const names = await readdir(path).catch(() => []);
  return names.filter((name) => /^[0-9a-f]{2}$/.test(name)).map((name) => join(path, name));
}

/** Go writes this README into its cache (cmd/go/internal/cache/default.go). GOCACHE may name any folder. */
async function isCompileCache(path: string): Promise<boolean> {
  const readme = await readTextIfThere(join(path, 'README')).catch(() => null);
  return readme?.includes('cached build artifacts from the Go build system') ?? false;
}

/** null if it is not an absolute path: then Go refuses to run. */
async function ownModuleCache(system: System): Promise<string | null> {
  const path = await moduleCache(system);
  return isAbsolute(path) ? path : null;
}

/** `go-build` in the user's cache folder (os.UserCacheDir). */
function defaultCompileCache({ os, env, home }: System): string | null {
  if (os === 'darwin') return join(home, 'Library', 'Caches', 'go-build');
  if (os === 'windows') return env['LocalAppData'] ? join(env['LocalAppData'], 'go-build') : null;
  return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'go-build');
}
