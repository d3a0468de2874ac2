import { join } from 'node:path';
import type { BurrowPaths } from '#core/system';
import { folderName, type ToolchainId } from '../versions/index.ts';

/**
 * Where a toolchain is stored. It is installed exactly when its folder is in toolchains/ with its record next to it:
 * the record is written first and the folder arrives in one rename, and on removal the folder leaves in one rename
 * before the record. So a kill at any moment leaves at most a record without a folder, which does not count and is
 * overwritten, or files in staging/, which the next install clears. After a killed repair both may be left, and the
 * next read completes it (swap.ts).
 */
export interface ToolchainPlaces {
  /** Its GOROOT. */
  goroot: string;
  /** Burrow's record of it: where from, how verified, its files. */
  manifest: string;
  /** All work in progress on it: the holder of its lock owns everything in here. */
  staging: string;
  lock: string;
}

/** All paths of one toolchain; pure. */
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

/** Where downloads are kept until they are installed, even after a kill. */
export function downloadsFolder({ cache }: Pick<BurrowPaths, 'cache'>): string {
  return join(cache, 'downloads');
}

/** The file without which a GOROOT is unusable. */
export function goBinary(goroot: string, os: string): string {
  return join(goroot, 'bin', os === 'windows' ? 'go.exe' : 'go');
}
