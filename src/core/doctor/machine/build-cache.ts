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

/** How many files are looked at, and at how many of one folder. */
const maxFiles = 4000;
const maxFilesOfFolder = 500;
/** How many folders are looked at side by side. */
const concurrency = 8;

/** Looks at a part of the build cache, which takes the same time however large it is; null: there is none. */
export const sampleBuildCache = oncePerPlace(async (place, signal): Promise<BuildCacheSample | null> => {
  const path = (await goFolders(place)).buildCache?.path;
  if (path === undefined) return null;
  const names = (await readdir(path).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const entries = await statsOf([path, ...names.map((name) => join(path, name))]);
  if (names.length === 0) return null;
  let [bytes, looked, files] = [0, 0, 0];
  while (looked < names.length && files < maxFiles && !signal.aborted) {
    const some = await Promise.all(
      names.slice(looked, looked + concurrency).map((name) => filesIn(join(path, name))),
    );
    for (const { found, count } of some) {
      const size = found.reduce((sum, { stats }) => sum + stats.size, 0);
      bytes += found.length === 0 ? 0 : (size * count) / found.length;
      files += found.length;
      entries.push(...found);
    }
    looked += some.length;
  }
  return { path, entries, bytes: Math.round((bytes * names.length) / looked) };
});

async function filesIn(folder: string): Promise<{ found: Entry[]; count: number }> {
  const names = await readdir(folder).catch(() => []);
  return {
    found: await statsOf(names.slice(0, maxFilesOfFolder).map((name) => join(folder, name))),
    count: names.length,
  };
}

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
