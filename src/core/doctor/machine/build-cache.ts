import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { goFolders } from './go-folders.ts';
import { oncePerPlace } from './place.ts';

/** A file or folder as it stands there, links not followed. */
export interface Entry {
  path: string;
  stats: Stats;
}

/** A part of Go's build cache. */
export interface BuildCacheSample {
  path: string;
  /** The cache itself, its folders, and the files of some of them. */
  entries: Entry[];
  /** Estimated: the files are named after hashes, so any folder is like all others. */
  bytes: number;
}

/** How many of the 256 folders are looked into, and at how many files of each. */
const folders = 8;
const maxFiles = 1000;

/** Looks at a part of the build cache, which takes the same time however large it is; null: there is none. */
export const sampleBuildCache = oncePerPlace(async (place, signal): Promise<BuildCacheSample | null> => {
  const path = (await goFolders(place)).buildCache?.path;
  if (path === undefined) return null;
  const names = (await readdir(path).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const all = await statsOf([path, ...names.map((name) => join(path, name))]);
  if (all.length < 2) return null;
  const step = Math.max(1, Math.floor(names.length / folders));
  const looked = names.filter((_, index) => index % step === 0);
  let bytes = 0;
  for (const name of looked) {
    if (signal.aborted) break;
    const files = await readdir(join(path, name)).catch(() => []);
    const found = await statsOf(files.slice(0, maxFiles).map((file) => join(path, name, file)));
    const size = found.reduce((sum, { stats }) => sum + stats.size, 0);
    bytes += size * (found.length === 0 ? 0 : files.length / found.length);
    all.push(...found);
  }
  return { path, entries: all, bytes: Math.round((bytes * names.length) / Math.max(1, looked.length)) };
});

/** What is at these paths, links not followed; nothing for those that are not there. */
export async function statsOf(paths: readonly string[]): Promise<Entry[]> {
  const found = await Promise.all(
    paths.map((path) =>
      lstat(path).then(
        (stats) => [{ path, stats }],
        () => [],
      ),
    ),
  );
  return found.flat();
}
