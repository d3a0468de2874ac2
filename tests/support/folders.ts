import { execa } from 'execa';
import { chmod, mkdtemp, readdir, realpath, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** A few Gos of 250 MB, for two tests at a time. */
const neededBytes = 4e9;

/**
 * A new folder for one test, without links in its path. `inMemory`: on no disk, where there is such a place with room
 * and programs may run there: the 12,000 files of a Go take seconds on some disks, and a tenth of that in memory. What
 * a kill leaves is the same.
 */
export async function newFolder(name: string, { inMemory = false } = {}): Promise<string> {
  const parent = inMemory && (await (memoryServes ??= serves(memory))) ? memory : tmpdir();
  return realpath(await mkdtemp(join(parent, `burrow-${name}-`)));
}

/**
 * Removes a folder with everything in it: also a module cache, whose folders Go makes read-only, and while a Go that has
 * just ended may still write its telemetry there.
 */
export async function removeFolder(folder: string): Promise<void> {
  const all = { recursive: true, force: true, maxRetries: 5 };
  await rm(folder, all).catch(async () => {
    await makeWritable(folder);
    await rm(folder, all);
  });
}

async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
  }
}

let memoryServes: Promise<boolean> | undefined;

async function serves(parent: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(parent);
    if (bavail * bsize < neededBytes) return false;
    const folder = await mkdtemp(join(parent, 'burrow-try-'));
    try {
      const program = join(folder, 'program');
      await writeFile(program, '#!/bin/sh\n', { mode: 0o755 });
      return (await execa(program, { reject: false })).exitCode === 0;
    } finally {
      await rm(folder, { recursive: true });
    }
  } catch {
    return false;
  }
}
