import { lstat, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isFailure } from '#contract/failure';
import { acquireLock, type BurrowPaths, fileFailure, type System } from '#core/system';
import { parseFolderName, placesOf, type ToolchainPlaces } from './layout.ts';

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
    await discard(mine.goroot, mine);
    await clearOldDownloads(system, join(paths.cache, 'downloads'));
    for (const name of await readdir(paths.staging)) {
      const id = parseFolderName(name);
      if (id) await clearIfAbandoned(placesOf(paths, id));
    }
  } catch (error) {
    throw fileFailure(error, paths.staging);
  }
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
    if (age > abandonedAfter) await rm(path, { force: true });
  }
}

/**
 * Takes a folder out of toolchains/ in one step, and then apart at leisure. Of an adopted one, a link, it takes the
 * link alone: what it points at is its owner's. The caller holds its lock.
 */
export async function discard(goroot: string, { staging }: ToolchainPlaces): Promise<void> {
  if (await isLink(goroot)) return unlink(goroot);
  await rm(staging, { recursive: true, force: true });
  try {
    await rename(goroot, staging);
  } catch (error) {
    if (isFailure(fileFailure(error, goroot), 'file.not-found')) return;
    throw error;
  }
  await rm(staging, { recursive: true, force: true });
}

async function isLink(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isSymbolicLink() ?? false;
}

async function clearIfAbandoned({ staging, lock }: ToolchainPlaces): Promise<void> {
  const stop = new AbortController();
  try {
    const held = await acquireLock(lock, { signal: stop.signal, onWait: () => stop.abort() });
    try {
      await rm(staging, patiently);
    } finally {
      await held[Symbol.asyncDispose]();
    }
  } catch (error) {
    if (!isFailure(error, 'cancelled')) throw error; // someone is at work there
  }
}
