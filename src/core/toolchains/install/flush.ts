import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '#contract/failure';
import { fileFailure, type System, type UnpackedFile } from '#core/system';

/** Files flushed concurrently: enough to keep Node's file threads busy. */
const concurrency = 16;

/**
 * Flushes the files of a GOROOT to disk, so that a toolchain that exists after a power cut is complete: otherwise the
 * rename may survive without the bytes. Failures: cancelled, disk.full, file.no-permission.
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
    await Promise.all(Array.from({ length: concurrency }, flushSome));
  } catch (error) {
    throw fileFailure(error, goroot);
  }
}

/** syncfs(2), which Node does not offer: five times as fast as an fsync for each of 10,000 files. */
async function flushFileSystem(
  system: Pick<System, 'run'>,
  path: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    const { exitCode } = await system.run({
      file: 'sync',
      args: ['-f', path],
      timeoutMs: 10 * 60_000,
      ...(signal ? { signal } : {}),
    });
    return exitCode === 0;
  } catch {
    return false; // no such program, or cancelled, which is noticed file by file
  }
}
