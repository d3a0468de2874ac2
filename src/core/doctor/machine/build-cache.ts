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
  /** The cache itself, its 256 folders, and the files of some of them. */
  entries: Entry[];
  /** Estimated: the files are named after hashes, so any folder is like all others. */
  bytes: number;
}

/** How many files are looked at: whole folders, until there are as many. */
const maxFiles = 5000;

/** Looks at a part of the build cache, which takes the same time however large it is; null: there is none. */
export const sampleBuildCache = oncePerPlace(async (place, signal): Promise<BuildCacheSample | null> => {
  const path = (await goFolders(place)).buildCache?.path;
  if (path === undefined) return null;
  const names = (await readdir(path).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const entries = await statsOf([path, ...names.map((name) => join(path, name))]);
  if (names.length === 0) return null;
  let [bytes, looked, files] = [0, 0, 0];
  for (const name of names) {
    if (files >= maxFiles || signal.aborted) break;
    const inside = await readdir(join(path, name)).catch(() => []);
    const found = await statsOf(inside.slice(0, maxFiles).map((file) => join(path, name, file)));
    const size = found.reduce((sum, { stats }) => sum + stats.size, 0);
    bytes += found.length === 0 ? 0 : (size * inside.length) / found.length;
    looked += 1;
    files += found.length;
    entries.push(...found);
  }
  return { path, entries, bytes: Math.round((bytes * names.length) / looked) };
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
