import { execa } from 'execa';
import { chmod, mkdtemp, readdir, realpath, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** Room for a few Gos of 250 MB, in two tests at a time. */
const neededBytes = 4e9;

/**
 * Makes a folder for one test, without symbolic links in its path. With `inMemory` it is in memory if there is room and
 * programs may run there: writing the 12,000 files of a Go takes seconds on some disks, and a tenth of that in memory.
 */
export async function newFolder(name: string, { inMemory = false } = {}): Promise<string> {
  const parent = inMemory && (await (memoryServes ??= serves(memory))) ? memory : tmpdir();
  return realpath(await mkdtemp(join(parent, `burrow-${name}-`)));
}

/**
 * Removes a folder with everything in it, including a module cache, whose folders are read-only, and even if a Go that
 * has just ended is still writing its telemetry there.
 */
export async function removeFolder(folder: string): Promise<void> {
  const all = { recursive: true, force: true, maxRetries: 5 };
  await rm(folder, all).catch(async () => {
    await makeWritable(folder);
    await rm(folder, all);
  });
}

async function makeWritable(folder: string): Promise<void> {
  // The removal that failed continues in the background, so folders may disappear.
  await chmod(folder, 0o700).catch(() => undefined);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
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
