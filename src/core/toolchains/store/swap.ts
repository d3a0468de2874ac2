import { renameSync } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, fileFailure, syncFolder } from '#core/system';
import { tryWithLock } from './try-lock.ts';
import type { ToolchainPlaces } from './layout.ts';

/** A complete, verified toolchain in staging/, flushed to disk: its GOROOT and its record. */
export interface Staged {
  goroot: string;
  manifest: string;
}

/** Where the old and the new one are during the swap. */
function aside({ staging }: ToolchainPlaces): { old: string; renewed: string; record: string } {
  return {
    old: join(staging, 'replaced'),
    renewed: join(staging, 'renewed'),
    record: join(staging, 'renewed.json'),
  };
}

/**
 * Replaces the installed toolchain; the caller holds its lock. No system call that Node offers exchanges two folders,
 * so there are several renames in a row: `finishSwap` completes them after a kill. Failures: disk.full,
 * file.no-permission.
 */
export async function swap(staged: Staged, places: ToolchainPlaces): Promise<void> {
  const { old, renewed, record } = aside(places);
  try {
    await rename(staged.manifest, record);
    await rename(staged.goroot, renewed);
    await moveAside(places, old);
    try {
      putRenewed(places);
    } catch (error) {
      renameSync(old, places.goroot);
      throw error;
    }
    await syncFolder(dirname(places.goroot));
  } catch (error) {
    throw fileFailure(error, places.goroot);
  }
}

/**
 * Completes a `swap` that was killed, so that the new toolchain is installed; otherwise does nothing. The caller holds
 * its lock. Throws file system errors.
 */
export async function finishSwap(places: ToolchainPlaces): Promise<void> {
  if ((await isThere(aside(places).renewed)) && !(await isThere(places.goroot))) putRenewed(places);
}

/**
 * Like `finishSwap` for those of these toolchains whose lock is free; true if there was an unfinished swap. Failures:
 * file.no-permission, disk.full.
 */
export async function finishSwaps(all: readonly ToolchainPlaces[]): Promise<boolean> {
  let found = false;
  for (const places of all) {
    if (!(await isThere(aside(places).renewed))) continue;
    found = true;
    await tryWithLock(places.lock, () => finishSwap(places));
  }
  return found;
}

async function moveAside(places: ToolchainPlaces, old: string): Promise<void> {
  try {
    renameSync(places.goroot, old);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    // As in `discard`: what cannot be renamed must not count while it is deleted.
    await rm(places.manifest, { force: true });
    await rm(places.goroot, { recursive: true, force: true });
  }
}

function putRenewed(places: ToolchainPlaces): void {
  const { renewed, record } = aside(places);
  try {
    renameSync(record, places.manifest);
  } catch (error) {
    // It is there already, if the killed swap came this far.
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  renameSync(renewed, places.goroot);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
