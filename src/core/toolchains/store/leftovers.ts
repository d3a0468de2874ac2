import { lstat, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isFailure } from '#contract/failure';
import {
  type BurrowPaths,
  clearDeadClaims,
  clearTemporaries,
  errorCode,
  fileFailure,
  type System,
} from '#core/system';
import { parseFolderName } from '../versions/index.ts';
import { ifIdle } from './idle.ts';
import { downloadsFolder, placesOf, type ToolchainPlaces } from './layout.ts';
import { finishSwap } from './swap.ts';

/**
 * Takes away what killed installs and removals left behind, so that it neither blocks this install nor fills the
 * disk. The caller holds the lock of `mine`; what belongs to others is touched only if their lock is free.
 */
export async function clearLeftovers(
  system: Pick<System, 'now'>,
  paths: BurrowPaths,
  mine: ToolchainPlaces,
): Promise<void> {
  try {
    await rm(mine.staging, patiently);
    // A folder that counts for nothing, for want of its record or of its bin/go, would be in the way of the rename.
    await discard(mine);
    await clearOldDownloads(system, downloadsFolder(paths));
    for (const name of await readdir(paths.staging)) {
      const id = parseFolderName(name);
      if (id) await clearAbandoned(placesOf(paths, id));
    }
  } catch (error) {
    throw fileFailure(error, paths.staging);
  }
  await clearStrays(system, paths).catch(() => undefined); // they are in nobody's way
}

/** Nobody who is at work there is disturbed. */
async function clearAbandoned(places: ToolchainPlaces): Promise<void> {
  await ifIdle(places.lock, async () => {
    await finishSwap(places);
    await rm(places.staging, patiently);
  });
}

/** Small files, of which one more would stay with every kill at the wrong moment. */
async function clearStrays(system: Pick<System, 'now'>, paths: BurrowPaths): Promise<void> {
  await clearDeadClaims(paths.locks);
  await clearTemporaries(paths.root, system.now());
  await clearTemporaries(paths.shims, system.now());
  await clearTemporaries(paths.cache, system.now(), { deep: true });
}

/** A build whose Burrow was killed goes on until it finds that nobody reads what it writes: it may add files for a while. */
const patiently = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

/** ms after which nobody is likely to come back for the rest of a download. */
const abandonedAfter = 7 * 24 * 60 * 60 * 1000;

async function clearOldDownloads(system: Pick<System, 'now'>, folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => system.now().getTime() - mtimeMs,
      () => 0,
    );
    // One from the future is from a time when the clock was wrong.
    if (Math.abs(age) > abandonedAfter) await rm(path, { force: true });
  }
}

/**
 * Takes a folder out of toolchains/ in one step, and then apart at leisure. Of an adopted one, a link, it takes the
 * link alone: what it points at is its owner's. The caller holds its lock.
 */
export async function discard({ goroot, manifest, staging }: ToolchainPlaces): Promise<void> {
  if (await isLink(goroot)) return unlink(goroot);
  await rm(staging, { recursive: true, force: true });
  try {
    await rename(goroot, staging);
  } catch (error) {
    if (isFailure(fileFailure(error, goroot), 'file.not-found')) return;
    if (errorCode(error) !== 'EXDEV') throw error;
    // A folder that came with a container's image cannot be renamed there (overlayfs). Without its record it counts
    // for nothing, and a kill leaves what the next install clears.
    await rm(manifest, { force: true });
    await rm(goroot, { recursive: true, force: true });
  }
  await rm(staging, { recursive: true, force: true });
}

async function isLink(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isSymbolicLink() ?? false;
}
