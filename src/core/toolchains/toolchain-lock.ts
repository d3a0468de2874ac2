import { isFailure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import { acquireLock, lockSaying } from '#core/system';
import type { ToolchainPlaces } from './layout.ts';
import type { ProgressMeter } from './progress.ts';

/**
 * Takes the lock of a toolchain, and says so while another Burrow holds it. Failures: cancelled, disk.full,
 * file.no-permission.
 */
export async function* lockToolchain(
  places: ToolchainPlaces,
  meter: ProgressMeter,
  signal: AbortSignal | undefined,
): AsyncGenerator<InstallProgress, AsyncDisposable> {
  return yield* lockSaying(places.lock, () => meter.enter('waiting'), signal);
}

/** Does some work under a lock, unless someone else holds it: then false, at once. Failures: the work's own. */
export async function ifIdle(lock: string, work: () => Promise<void>): Promise<boolean> {
  const stop = new AbortController();
  let held: AsyncDisposable;
  try {
    held = await acquireLock(lock, { signal: stop.signal, onWait: () => stop.abort() });
  } catch (error) {
    if (isFailure(error, 'cancelled')) return false;
    throw error;
  }
  try {
    await work();
    return true;
  } finally {
    await held[Symbol.asyncDispose]();
  }
}
