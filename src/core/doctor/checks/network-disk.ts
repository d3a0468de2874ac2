import type { DiskUse } from '#contract/failures/doctor-disks';
import { burrowPaths } from '#core/system';
import { goFolders, isNetworkDisk, type Mount, mountOf, nearestThere, readMounts } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** Folders of Go and Burrow that are on another machine's disk. */
export const networkDisk: Check = {
  name: 'network-disk',
  run: async (scene, signal) => {
    const mounts = await readMounts(scene.system, signal);
    if (!mounts.some(isNetworkDisk)) return [];
    const { buildCache, moduleCache } = await goFolders(scene);
    const places: [DiskUse, string | undefined][] = [
      ['toolchains', burrowPaths(scene.system).root],
      ['build-cache', buildCache?.path],
      ['module-cache', moduleCache?.path],
      ['project', scene.dir],
    ];
    const on = await Promise.all(
      places.map(async ([use, path]) => {
        const mount = path === undefined ? null : mountOf(mounts, await nearestThere(path));
        return path !== undefined && mount && isNetworkDisk(mount) ? [{ use, path, mount }] : [];
      }),
    );
    return networkProblems(on.flat());
  },
};

/** One finding for each mount. Pure. */
export function networkProblems(on: readonly { use: DiskUse; path: string; mount: Mount }[]): Found[] {
  const mounts = new Set(on.map(({ mount }) => mount));
  return [...mounts].map((mount) => {
    const here = on.filter((each) => each.mount === mount);
    const uses = here.map(({ use }) => use);
    return {
      about: mount.path,
      // SQLite, which keeps the history, and the locks of Burrow and of Go rely on a disk of this machine.
      severity: uses.some((use) => use === 'toolchains' || use === 'module-cache') ? 'warning' : 'info',
      reason: reasonOf('doctor.network-disk', { mount: mount.path, type: mount.type, uses }),
      evidence: here.map(({ path }) => ({ file: path, line: null, value: `${mount.type}: ${mount.path}` })),
      fix: null,
    };
  });
}
