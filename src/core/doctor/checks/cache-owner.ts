import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { shellWord } from '#contract/shell-word';
import { type Entry, goFolders, sampleBuildCache, statsOf } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** One of Go's caches. */
export interface Cache {
  use: 'build-cache' | 'module-cache';
  path: string;
  /** A part of what is in it. `writes`: Go must be able to write there. */
  entries: (Pick<Entry, 'path'> & { uid: number; mode: number; isFolder: boolean; writes: boolean })[];
}

/** How many folders of the module cache are looked at. */
const maxFolders = 600;

/** Files of another user in Go's caches, such as root's after `sudo go`, and folders of them that cannot be written to. */
export const cacheOwner: Check = {
  name: 'cache-owner',
  run: async (scene, signal) => {
    const uid = process.geteuid?.();
    if (uid === undefined || scene.system.os === 'windows') return [];
    // Root may write everywhere, but what it leaves belongs to root.
    if (uid === 0) {
      const home = await stat(scene.system.home).catch(() => null);
      return home === null || home.uid === 0 ? [] : [rootProblem(scene.system.home, home.uid)];
    }
    const { moduleCache } = await goFolders(scene);
    const [sample, folders] = await Promise.all([
      sampleBuildCache(scene, signal),
      moduleCache === null ? [] : moduleFolders(moduleCache.path, signal),
    ]);
    const caches: Cache[] = [];
    if (sample) {
      const entries = sample.entries.map((entry) => ({ ...plain(entry), writes: true }));
      caches.push({ use: 'build-cache', path: sample.path, entries });
    }
    if (moduleCache) {
      const download = join(moduleCache.path, 'cache');
      // Go itself takes the right to write away from the folders of unpacked modules.
      const entries = folders.map((entry) => ({
        ...plain(entry),
        writes: entry.path === moduleCache.path || `${entry.path}/`.startsWith(`${download}/`),
      }));
      caches.push({ use: 'module-cache', path: moduleCache.path, entries });
    }
    return caches.flatMap((cache) => cacheProblems(cache, uid));
  },
};

function plain({ path, stats }: Entry) {
  return { path, uid: stats.uid, mode: stats.mode, isFolder: stats.isDirectory() };
}

/** The upper folders of a module cache: `cache/download/<host>/<owner>`, `<host>/<owner>/<module>`. */
async function moduleFolders(path: string, signal: AbortSignal): Promise<Entry[]> {
  const found = await statsOf([path]);
  let level = found;
  for (let depth = 0; depth < 4 && level.length > 0 && !signal.aborted; depth += 1) {
    const names = await Promise.all(
      level
        .filter(({ stats }) => stats.isDirectory())
        .map(async (entry) => {
          const all = await readdir(entry.path).catch(() => []);
          return all.slice(0, maxFolders).map((name) => join(entry.path, name));
        }),
    );
    level = await statsOf(names.flat().slice(0, maxFolders - found.length));
    found.push(...level);
  }
  return found;
}

/** Pure. */
export function cacheProblems({ use, path, entries }: Cache, uid: number): Found[] {
  const foreign = entries.filter((entry) => entry.uid !== uid);
  const shut = foreign.length === 0 ? entries.filter((entry) => isShut(entry)) : [];
  const [first] = [...foreign, ...shut];
  if (!first) return [];
  const isForeign = foreign.length > 0;
  const isBlocking = foreign.some((entry) => entry.isFolder && (entry.mode & 0o022) === 0);
  const word = shellWord(path);
  return [
    {
      about: path,
      severity: isBlocking || shut.length > 0 ? 'error' : 'warning',
      reason: isForeign
        ? reasonOf('doctor.cache-owner', { use, path, owner: first.uid })
        : reasonOf('doctor.cache-shut', { use, path }),
      evidence: [...foreign, ...shut].slice(0, 3).map(({ path: file, uid: owner, mode }) => ({
        file,
        line: null,
        value: `uid=${owner} mode=${(mode & 0o7777).toString(8).padStart(4, '0')}`,
      })),
      fix: {
        kind: 'command',
        command: isForeign
          ? `sudo chown -R "$(id -u):$(id -g)" ${word}`
          : `chmod -R u+rwX ${shellWord(path)}`,
      },
    },
  ];
}

/** Whether the owner himself cannot enter, list or write a folder that Go writes. */
function isShut({ isFolder, writes, mode }: Cache['entries'][number]): boolean {
  return isFolder && (mode & (writes ? 0o700 : 0o500)) !== (writes ? 0o700 : 0o500);
}

/** Pure. */
export function rootProblem(home: string, owner: number): Found {
  return {
    about: home,
    severity: 'warning',
    reason: reasonOf('doctor.root-in-home', { home }),
    evidence: [{ file: home, line: null, value: `uid=${owner}` }],
    fix: null,
  };
}
