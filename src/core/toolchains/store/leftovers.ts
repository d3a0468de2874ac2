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
import { tryWithLock } from './try-lock.ts';
import { downloadsFolder, placesOf, type ToolchainPlaces } from './layout.ts';
import { finishSwap } from './swap.ts';

/**
 * Removes what killed installs and removals left, so that it neither blocks this install nor fills the disk. The caller
 * holds the lock of `mine`; what belongs to other toolchains is removed only if their lock is free.
 */
export async function clearLeftovers(
  system: Pick<System, 'now'>,
  paths: BurrowPaths,
  mine: ToolchainPlaces,
): Promise<void> {
  try {
    await rm(mine.staging, withRetries);
    // An incomplete folder, without its record or its bin/go, would block the rename.
    // The link of an adopted toolchain that is gone is kept until the install has succeeded (see `removeLink`).
    if (!(await isLink(mine.goroot))) await discard(mine);
    await clearOldDownloads(system, downloadsFolder(paths));
    for (const name of await readdir(paths.staging)) {
      const id = parseFolderName(name);
      if (id) await clearAbandoned(placesOf(paths, id));
    }
  } catch (error) {
    throw fileFailure(error, paths.staging);
  }
  await clearStrays(system, paths).catch(() => undefined); // they block nothing
}

/** Does nothing while the lock is held. */
async function clearAbandoned(places: ToolchainPlaces): Promise<void> {
  await tryWithLock(places.lock, async () => {
    await finishSwap(places);
    await rm(places.staging, withRetries);
  });
}

/** Small files; every kill at the wrong moment leaves another one. */
async function clearStrays(system: Pick<System, 'now'>, paths: BurrowPaths): Promise<void> {
  await clearDeadClaims(paths.locks);
  await clearTemporaries(paths.root, system.now());
  await clearTemporaries(paths.shims, system.now());
  await clearTemporaries(paths.cache, system.now(), { deep: true });
}

/** A build whose Burrow was killed runs on until it writes to its closed output: it may add files for a while. */
const withRetries = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

/** How downloads are named: a mark of what they contain, and the name of the file (install/sources/download.ts). */
const downloadName = /^[0-9a-f]{16}-/;
/** ms after which the download is unlikely to be resumed. */
const abandonedAfter = 7 * 24 * 60 * 60 * 1000;

async function clearOldDownloads(system: Pick<System, 'now'>, folder: string): Promise<void> {
  // The cache may be a link to a folder with other files.
  const names = (await readdir(folder).catch(() => [])).filter((name) => downloadName.test(name));
  for (const name of names) {
    const path = join(folder, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => system.now().getTime() - mtimeMs,
      () => 0,
    );
    // A file from the future dates from a time when the clock was wrong.
    if (Math.abs(age) > abandonedAfter) await rm(path, { force: true });
  }
}

/**
 * Moves a folder out of toolchains/ in one step, and then deletes it. Of an adopted toolchain only the link is deleted:
 * its target belongs to its owner. The caller holds its lock.
 */
export async function discard({ goroot, manifest, staging }: ToolchainPlaces): Promise<void> {
  if (await isLink(goroot)) return unlink(goroot);
  await rm(staging, { recursive: true, force: true });
  try {
    await rename(goroot, staging);
  } catch (error) {
    if (isFailure(fileFailure(error, goroot), 'file.not-found')) return;
    if (errorCode(error) !== 'EXDEV') throw error;
    // A folder from a container image cannot be renamed there (overlayfs). Without its record it does not count, and
    // the next install clears what a kill leaves.
    await rm(manifest, { force: true });
    await rm(goroot, { recursive: true, force: true });
  }
  await rm(staging, { recursive: true, force: true });
}

/** Removes the link of an adopted toolchain, to make room for an installed one. The caller holds its lock. */
export async function removeLink({ goroot }: ToolchainPlaces): Promise<void> {
  if (await isLink(goroot)) await unlink(goroot);
}

async function isLink(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isSymbolicLink() ?? false;
}
