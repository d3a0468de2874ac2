import { stat } from 'node:fs/promises';
import type { Consistency } from '#contract/consistency';
import type { GoEnvironment } from '#contract/environment';
import type { Finding } from '#contract/findings';
import { isFailure, isFailureOfClass } from '#contract/failure';
import { compareShells, listVariables } from '#core/environment';
import { listFindings, shellStatus } from '#core/profiles';
import { toolchainUsers } from '#core/projects';
import { burrowPaths, type System } from '#core/system';
import { profileMarks } from '#core/toolchains';
import { oncePerPlace } from '../machine/index.ts';
import type { Scene } from './check.ts';

/** Lines of profiles that conflict with Burrow. */
export const profileFindings = oncePerPlace<Finding[], Scene>(
  async ({ system }) => (await listFindings(system, profileMarks())).findings,
);

/** A shell has 10 s to answer, and as long again to be traced. */
export const startsTimeoutMs = 25_000;

/** Which Go each start of a shell gets. */
export const knownStarts = oncePerPlace<Consistency, Scene>(({ system, dir }, signal) =>
  compareShells(system, { dir }, signal),
);

/** Which profiles of the shells in use have Burrow's lines. */
export const knownShells = oncePerPlace(({ system }: Scene) => shellStatus(system));

/**
 * Go's variables in the folder that is examined, or else in the home folder; null: in neither, a Go runs that could be
 * asked, which another check tells.
 */
export const goEnvironment = oncePerPlace<GoEnvironment | null, Scene>(async ({ system, dir }, signal) => {
  for (const folder of [dir, system.home]) {
    try {
      return await listVariables(system, { dir: folder }, signal);
    } catch (error) {
      if (!isFailureOfClass(error, 'not-installed')) throw error;
    }
  }
  return null;
});

/** GOROOT → the folders of known projects that use it; none where the history cannot be read. */
export const knownUsers = oncePerPlace<Map<string, string[]>, Scene>(async (scene) => {
  const history = await readableHistory(scene);
  return history === null ? new Map() : toolchainUsers(scene.system, history);
});

/** The folders of known projects, last used first; none where the history cannot be read. */
export const knownFolders = oncePerPlace<string[], Scene>(async (scene) => {
  const history = await readableHistory(scene);
  return history === null ? [] : (await history.projects()).map(({ path }) => path);
});

/** The history; null: there is none, which is not made here, or it cannot be read, which a check of its own tells. */
async function readableHistory({ system, history }: Scene) {
  if (!(await hasHistory(system))) return null;
  return history().catch((error: unknown) => {
    if (isFailure(error)) return null;
    throw error;
  });
}

/** Whether there is a history. */
export async function hasHistory(system: System): Promise<boolean> {
  return stat(burrowPaths(system).historyDb).then(
    () => true,
    () => false,
  );
}
