import { join } from 'node:path';
import type { BurrowPaths } from '#core/system';
import { folderName, type ToolchainId } from '../versions/index.ts';

/**
 * Where a toolchain lies. It is there exactly when its folder stands in toolchains/ with its record beside it: the
 * record is written first and the folder arrives in one rename, and on removal the folder leaves in one rename
 * before the record. So a kill at any moment leaves at most a record without a folder, which counts for nothing
 * and is overwritten, or something in staging/, which the next install clears; of a repair, both, and the next look
 * brings it to its end (swap.ts).
 */
export interface ToolchainPlaces {
  /** Its GOROOT. */
  goroot: string;
  /** What Burrow knows of it: where from, how verified, its files. */
  manifest: string;
  /** All work in progress on it: whoever holds its lock owns everything in here. */
  staging: string;
  lock: string;
}

/** All places of one toolchain; pure. */
export function placesOf(
  paths: Pick<BurrowPaths, 'toolchains' | 'staging' | 'locks'>,
  id: ToolchainId,
): ToolchainPlaces {
  const name = folderName(id);
  return {
    goroot: join(paths.toolchains, name),
    manifest: join(paths.toolchains, `${name}.json`),
    staging: join(paths.staging, name),
    lock: join(paths.locks, `toolchain-${name}`),
  };
}

/** Where downloads are kept until they are installed, also over a kill. */
export function downloadsFolder({ cache }: Pick<BurrowPaths, 'cache'>): string {
  return join(cache, 'downloads');
}

/** The file that must be there for a GOROOT to be of use. */
export function goBinary(goroot: string, os: string): string {
  return join(goroot, 'bin', os === 'windows' ? 'go.exe' : 'go');
}
