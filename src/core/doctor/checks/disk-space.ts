import { stat, statfs } from 'node:fs/promises';
import type { DiskUse } from '#contract/failures/doctor-disks';
import { burrowPaths } from '#core/system';
import { goFolders, isNetworkDisk, mountOf, nearestThere, readMounts } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** A file system on which Go or Burrow writes. */
export interface Disk {
  folders: { use: DiskUse; path: string }[];
  freeBytes: number;
  /** How many files and folders can still be made; null: there is no limit. */
  freeFiles: number | null;
}

const megabyte = 1_000_000;

/**
 * What is too little. A cold `go build` of a program with net/http fills 88 MB of the build cache; an installed Go has
 * 270 MB in 15,000 files, and its archive another 67 MB. Where Go only links, it needs the size of the program: 8.5 MB
 * fitted into 12 MB, not into 5. Measured with Go 1.26.
 */
const limits = {
  storing: { none: 100 * megabyte, little: 1000 * megabyte },
  linking: { none: 20 * megabyte, little: 200 * megabyte },
  files: { none: 1000, little: 20_000 },
};

/** Disks of Go and Burrow that are full, or nearly. */
export const diskSpace: Check = {
  name: 'disk-space',
  run: async (scene, signal) => {
    const { buildCache, moduleCache, work } = await goFolders(scene);
    const places: { use: DiskUse; path: string | undefined }[] = [
      { use: 'toolchains', path: burrowPaths(scene.system).root },
      { use: 'build-cache', path: buildCache?.path },
      { use: 'module-cache', path: moduleCache?.path },
      { use: 'work', path: work?.path },
    ];
    const mounts = await readMounts(scene.system, signal);
    const disks = new Map<number, Disk>();
    for (const { use, path } of places) {
      if (path === undefined) continue;
      const there = await nearestThere(path);
      const mount = mountOf(mounts, there);
      // A server that does not answer would be waited for.
      if (mount && isNetworkDisk(mount)) continue;
      const { dev } = await stat(there);
      const known = disks.get(dev) ?? { folders: [], ...(await freeAt(there)) };
      known.folders.push({ use, path });
      disks.set(dev, known);
    }
    return [...disks.values()].flatMap(diskProblems);
  },
};

async function freeAt(path: string): Promise<Pick<Disk, 'freeBytes' | 'freeFiles'>> {
  const { bavail, bsize, files, ffree } = await statfs(path);
  // Btrfs, for one, makes room for files as it needs it, and says 0 of 0.
  return { freeBytes: bavail * bsize, freeFiles: files === 0 ? null : ffree };
}

/** Pure. */
export function diskProblems({ folders, freeBytes, freeFiles }: Disk): Found[] {
  const uses = folders.map(({ use }) => use);
  const isWorkOnly = uses.every((use) => use === 'work');
  const { none, little } = isWorkOnly ? limits.linking : limits.storing;
  const [{ path } = { path: '' }] = folders;
  const fix = isWorkOnly ? null : { kind: 'command' as const, command: 'burrow prune --caches' };
  const evidence = (value: string) => folders.map((each) => ({ file: each.path, line: null, value }));
  const found: Found[] = [];
  if (freeBytes < little) {
    found.push({
      about: `bytes ${path}`,
      severity: freeBytes < none ? 'error' : 'warning',
      reason: reasonOf('doctor.disk-full', { path, bytes: freeBytes, uses, none: freeBytes < none }),
      evidence: evidence(`${Math.floor(freeBytes / megabyte)} MB`),
      fix,
    });
  }
  if (freeFiles !== null && freeFiles < limits.files.little) {
    found.push({
      about: `files ${path}`,
      severity: freeFiles < limits.files.none ? 'error' : 'warning',
      reason: reasonOf('doctor.disk-files', { path, files: freeFiles, uses }),
      evidence: evidence(`inodes: ${freeFiles}`),
      fix,
    });
  }
  return found;
}
