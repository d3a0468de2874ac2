import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ShellStart } from '#contract/consistency';
import { otherGos } from '#core/switching';
import { burrowPaths, pathFolders, realPath } from '#core/system';
import type { Check, Found, Scene } from './check.ts';
import { knownShells, knownStarts, startsTimeoutMs } from './known-facts.ts';
import { reasonOf } from './reason.ts';

/** Whether `go` in the PATH of this process is Burrow's. */
export const pathOrder: Check = {
  name: 'path-order',
  timeoutMs: startsTimeoutMs,
  run: async (scene, signal) => {
    const { system } = scene;
    const { shims } = burrowPaths(system);
    const ours = join(shims, system.os === 'windows' ? 'go.exe' : 'go');
    // Before the first toolchain, there is nothing that could come first.
    if (!(await isThere(ours))) return [];
    const folders = pathFolders(system.env);
    const [real, [other], isSetUp] = await Promise.all([
      Promise.all(folders.map(realPath)),
      otherGos(system, shims),
      profilesAreSetUp(scene, signal),
    ]);
    const realShims = await realPath(shims);
    const at = folders.findIndex((folder, index) => folder === shims || real[index] === realShims);
    const otherAt = other ? folders.indexOf(dirname(other.file)) : -1;
    if (at >= 0 && (otherAt < 0 || at < otherAt)) return [];
    const value = `PATH=${system.env['PATH'] ?? ''}`;
    const found: Pick<Found, 'about' | 'evidence'> = {
      about: other?.file ?? '',
      evidence: [{ file: other?.file ?? null, line: null, value }],
    };
    const reason = other
      ? reasonOf('doctor.other-go-first', { go: other.file, version: other.version, shims, isSetUp })
      : reasonOf('doctor.no-go-in-path', { shims, isSetUp });
    const isOld = isSetUp && newTerminalsRunOurs((await knownStarts(scene, signal)).shells);
    const severity = isOld ? 'info' : other ? 'warning' : 'error';
    return [
      {
        ...found,
        severity,
        reason,
        fix: isSetUp ? null : { kind: 'command', command: 'burrow shell apply' },
      },
    ];
  },
};

/** Whether the profiles of all shells in use have Burrow's lines. */
async function profilesAreSetUp(scene: Scene, signal: AbortSignal): Promise<boolean> {
  const { profiles } = await knownShells(scene, signal);
  return profiles.length > 0 && profiles.every(({ state }) => state === 'ours');
}

/**
 * Whether the login shell gives Burrow's `go` in new terminals. Then nothing is wrong with the machine: this process,
 * the app for instance, was started before the profiles were set up. Pure.
 */
export function newTerminalsRunOurs(starts: readonly ShellStart[]): boolean {
  const terminals = starts.filter(({ login, mode }) => login && mode.endsWith('interactive'));
  return terminals.length > 0 && terminals.every(({ isShim, hiddenBy }) => isShim && hiddenBy === null);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
