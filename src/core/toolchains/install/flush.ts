import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '#contract/failure';
import { fileFailure, type System, type UnpackedFile } from '#core/system';

/** Files at once: as many as keep Node's file threads busy. */
const atOnce = 16;

/**
 * Brings the files of a GOROOT to the disk, so that after a power cut a toolchain that is there is there with its
 * bytes: else the rename may survive what it renamed. Failures: cancelled, disk.full, file.no-permission.
 */
export async function flush(
  system: Pick<System, 'os' | 'run'>,
  goroot: string,
  files: readonly UnpackedFile[],
  signal: AbortSignal | undefined,
): Promise<void> {
  if (system.os === 'linux' && (await flushFileSystem(system, goroot, signal))) return;
  const waiting = files.values();
  const flushSome = async (): Promise<void> => {
    for (const { path } of waiting) {
      if (signal?.aborted) throw failure('cancelled', {});
      const file = await open(join(goroot, path), 'r');
      try {
        await file.datasync();
      } finally {
        await file.close();
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, flushSome));
  } catch (error) {
    throw fileFailure(error, goroot);
  }
}

/** syncfs(2), which Node does not offer: five times as fast as one fsync for each of 10,000 files. */
async function flushFileSystem(
  system: Pick<System, 'run'>,
  path: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    const { exitCode } = await system.run({
      file: 'sync',
      args: ['-f', path],
      ...(signal ? { signal } : {}),
    });
    return exitCode === 0;
  } catch {
    return false; // no such program here, or cancelled, which is seen file by file
  }
}
