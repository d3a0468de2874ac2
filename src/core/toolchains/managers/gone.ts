import { realpath } from 'node:fs/promises';
import { runsAs } from '#contract/runs-as';
import type { FoundToolchain, GoManager } from '#contract/toolchains';
import type { System } from '#core/system';
import { readManifest, recordedVersions } from '../store/index.ts';
import { minorOf, type ToolchainId } from '../versions/index.ts';
import { discoverToolchains } from './discover.ts';

/** An adopted toolchain that its owner removed, or replaced by another version. */
export interface GoneToolchain extends ToolchainId {
  /** The GOROOT it was adopted from. */
  from: string;
  manager: GoManager;
}

/** The adopted toolchains that are gone and would run on this machine: native ones first, then newest first. */
export async function goneToolchains(system: System): Promise<GoneToolchain[]> {
  const recorded = await recordedVersions(system);
  const gone = await Promise.all(
    recorded
      .filter((each) => each.gone && runsAs(system, each) !== 'foreign')
      .map(async ({ version, os, arch, path }) => {
        const adopted = (await readManifest(`${path}.json`))?.adopted;
        return adopted ? { version, os, arch, ...adopted } : null;
      }),
  );
  return nativeFirst(
    system,
    gone.filter((each) => each !== null),
  );
}

/**
 * What the owner of a toolchain that is gone has installed instead; null: nothing that runs here. Of several, it prefers
 * one that `meets` the wanted version, then the one in the same folder, one of the same minor version, the newest.
 */
export async function replacementOf(
  system: System,
  { version, from, manager }: GoneToolchain,
  meets: (version: string) => boolean,
): Promise<FoundToolchain | null> {
  const samePlace = await realpath(from).catch(() => from);
  const found = await discoverToolchains(system, [{ manager, folder: from, steps: [] }]);
  const theirs = found.filter(
    (each) =>
      each.runsAs !== 'foreign' &&
      // Gos of unknown owners are unrelated.
      (each.path === samePlace || (each.manager === manager && manager !== 'other')),
  );
  const rank = (each: FoundToolchain): number =>
    (meets(each.version) ? 4 : 0) +
    (each.path === samePlace ? 2 : 0) +
    (minorOf(each.version) === minorOf(version) ? 1 : 0);
  const [best = null] = nativeFirst(system, theirs).toSorted((a, b) => rank(b) - rank(a));
  return best;
}

function nativeFirst<T extends { os: string; arch: string }>(system: System, toolchains: readonly T[]): T[] {
  const rank = (each: T): number => (runsAs(system, each) === 'native' ? 0 : 1);
  return toolchains.toSorted((a, b) => rank(a) - rank(b));
}
