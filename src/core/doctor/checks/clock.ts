import { join } from 'node:path';
import { nearestWith } from '#core/builds';
import { burrowPaths } from '#core/system';
import { newestReleaseDay } from '#core/toolchains';
import { goFolders, sampleBuildCache, statsOf } from '../machine/index.ts';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** A file is of the future from this on, ms: clocks of two machines that share a disk may differ by minutes. */
const leeway = 10 * 60_000;

/**
 * A clock that is wrong, without asking the network: one that is behind a day that has certainly been, and files that
 * are newer than now.
 */
export const clock: Check = {
  name: 'clock',
  run: async (scene, signal) => {
    const { system, dir } = scene;
    const { root, historyDb, toolchains } = burrowPaths(system);
    const project = nearestWith(dir, 'go.mod');
    const [{ moduleCache }, sample] = await Promise.all([goFolders(scene), sampleBuildCache(scene, signal)]);
    const files = [
      root,
      historyDb,
      toolchains,
      ...(moduleCache ? [moduleCache.path, join(moduleCache.path, 'cache', 'lock')] : []),
      ...(project ? [project, join(project, 'go.mod'), join(project, 'go.sum')] : []),
    ];
    const entries = [...(await statsOf(files)), ...(sample?.entries ?? [])];
    const times = entries.map(({ path, stats }) => ({ path, at: stats.mtimeMs }));
    return clockProblems(system.now(), times, newestReleaseDay());
  },
};

/** `released`: the day of a release that this Burrow knows, `2026-08-19`. Pure. */
export function clockProblems(
  now: Date,
  files: readonly { path: string; at: number }[],
  released: string,
): Found[] {
  if (now.getTime() < Date.parse(released)) {
    return [
      {
        about: 'behind',
        severity: 'error',
        reason: reasonOf('doctor.clock-behind', { now: now.toISOString(), released }),
        evidence: [{ file: null, line: null, value: now.toISOString() }],
        fix: null,
      },
    ];
  }
  const future = files.filter(({ at }) => at > now.getTime() + leeway).toSorted((a, b) => b.at - a.at);
  const [newest] = future;
  if (!newest) return [];
  return [
    {
      about: 'future',
      severity: 'warning',
      reason: reasonOf('doctor.files-from-future', {
        path: newest.path,
        at: isoTime(newest.at),
        now: now.toISOString(),
      }),
      evidence: future.slice(0, 3).map(({ path, at }) => ({ file: path, line: null, value: isoTime(at) })),
      fix: null,
    },
  ];
}

/** A file may have any time, also one that no Date can be. */
function isoTime(ms: number): string {
  return new Date(Math.min(ms, 8.64e15)).toISOString();
}
