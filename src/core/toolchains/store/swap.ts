import { renameSync } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, fileFailure, syncFolder } from '#core/system';
import { ifIdle } from './idle.ts';
import type { ToolchainPlaces } from './layout.ts';

/** A toolchain in staging/, whole, verified and on the disk: its GOROOT and its record. */
export interface Staged {
  goroot: string;
  manifest: string;
}

/** Where the old one and the new one are while they change places. */
function aside({ staging }: ToolchainPlaces): { old: string; renewed: string; record: string } {
  return {
    old: join(staging, 'replaced'),
    renewed: join(staging, 'renewed'),
    record: join(staging, 'renewed.json'),
  };
}

/**
 * Puts a toolchain in the place of the one that is there; the caller holds its lock. No system call that Node has
 * exchanges two folders, so there are renames, one right after the other: a kill between them is what `finishSwap`
 * is for. Failures: disk.full, file.no-permission.
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
 * Goes on where a `swap` was killed, so that the new toolchain is there and not none; does nothing where none was.
 * The caller holds its lock. Throws what the file system says.
 */
export async function finishSwap(places: ToolchainPlaces): Promise<void> {
  if ((await isThere(aside(places).renewed)) && !(await isThere(places.goroot))) putRenewed(places);
}

/**
 * The same for those of these toolchains that nobody is at work on; true when there was one to be looked at again.
 * Failures: file.no-permission, disk.full.
 */
export async function finishSwaps(all: readonly ToolchainPlaces[]): Promise<boolean> {
  let found = false;
  for (const places of all) {
    if (!(await isThere(aside(places).renewed))) continue;
    found = true;
    await ifIdle(places.lock, () => finishSwap(places));
  }
  return found;
}

async function moveAside(places: ToolchainPlaces, old: string): Promise<void> {
  try {
    renameSync(places.goroot, old);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    // As in `discard`: what cannot be renamed must not count while it is taken apart.
    await rm(places.manifest, { force: true });
    await rm(places.goroot, { recursive: true, force: true });
  }
}

function putRenewed(places: ToolchainPlaces): void {
  const { renewed, record } = aside(places);
  try {
    renameSync(record, places.manifest);
  } catch (error) {
    // It is there already, if that is how far a killed one came.
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
