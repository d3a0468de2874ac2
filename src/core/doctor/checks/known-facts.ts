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
import type { Scene } from './check.ts';

type Fact<T> = (scene: Scene, signal?: AbortSignal) => Promise<T>;

/** Runs once for each scene, whichever check asks first. */
function once<T>(work: Fact<T>): Fact<T> {
  const known = new WeakMap<Scene, Promise<T>>();
  return (scene, signal) => {
    const found = known.get(scene) ?? work(scene, signal);
    known.set(scene, found);
    return found;
  };
}

/** Lines of profiles that fight with Burrow. */
export const profileFindings = once<Finding[]>(
  async ({ system }) => (await listFindings(system, profileMarks())).findings,
);

/** A shell has 10 s to answer, and as long again to be traced. */
export const startsTimeoutMs = 25_000;

/** Which Go each start of a shell gets. */
export const knownStarts = once<Consistency>(({ system, dir }, signal) =>
  compareShells(system, { dir }, signal),
);

/** Which profiles of the shells in use have Burrow's lines. */
export const knownShells = once(({ system }) => shellStatus(system));

/**
 * Go's variables in the folder that is examined, or else in the home folder; null: in neither, a Go runs that could be
 * asked, which another check tells.
 */
export const goEnvironment = once<GoEnvironment | null>(async ({ system, dir }) => {
  for (const folder of [dir, system.home]) {
    try {
      return await listVariables(system, { dir: folder });
    } catch (error) {
      if (!isFailureOfClass(error, 'not-installed')) throw error;
    }
  }
  return null;
});

/** GOROOT → the folders of known projects that use it; none where the history cannot be read. */
export const knownUsers = once<Map<string, string[]>>(async (scene) => {
  const history = await readableHistory(scene);
  return history === null ? new Map() : toolchainUsers(scene.system, history);
});

/** The folders of known projects, last used first; none where the history cannot be read. */
export const knownFolders = once<string[]>(async (scene) => {
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
