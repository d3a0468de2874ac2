import type { DiskUse } from '#contract/failures/doctor-disks';
import { burrowPaths } from '#core/system';
import { goFolders, type Mount, mountOf, nearestThere, readMounts } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/**
 * Disks that are mounted without the right to run programs (`noexec`), where Go runs some: toolchains, what `go test`
 * and `go run` built in the work folder, and, since Go 1.24, programs in the build cache.
 */
export const noexec: Check = {
  name: 'noexec',
  run: async (scene, signal) => {
    const mounts = await readMounts(scene.system, signal);
    if (!mounts.some(isNoexec)) return [];
    const { buildCache, work } = await goFolders(scene);
    const places: [DiskUse, string | undefined][] = [
      ['toolchains', burrowPaths(scene.system).root],
      ['work', work?.path],
      ['build-cache', buildCache?.path],
    ];
    const found = await Promise.all(
      places.map(async ([use, path]) => {
        const mount = path === undefined ? null : mountOf(mounts, await nearestThere(path));
        return path !== undefined && mount && isNoexec(mount) ? [noexecProblem(use, path, mount)] : [];
      }),
    );
    return found.flat();
  },
};

function isNoexec({ options }: Mount): boolean {
  return options.includes('noexec');
}

/** Pure. */
export function noexecProblem(use: DiskUse, path: string, mount: Mount): Found {
  return {
    about: path,
    // Without its cache, only `go run` and `go tool` fail.
    severity: use === 'build-cache' ? 'warning' : 'error',
    reason: reasonOf('doctor.noexec', { use, path, mount: mount.path }),
    evidence: [{ file: mount.path, line: null, value: `${mount.type} (${mount.options.join(',')})` }],
    fix: null,
  };
}
