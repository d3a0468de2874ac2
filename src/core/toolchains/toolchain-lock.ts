import { isFailure } from '#contract/failure';
import type { InstallProgress } from '#contract/toolchains';
import { acquireLock } from '#core/system';
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
  const stop = new AbortController();
  const { promise: waiting, resolve: onWait } = Promise.withResolvers<'waiting'>();
  const lock = acquireLock(places.lock, {
    signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
    onWait: () => onWait('waiting'),
  });
  let taken = false;
  try {
    if ((await Promise.race([lock, waiting])) === 'waiting') yield meter.enter('waiting');
    const held = await lock;
    taken = true;
    return held;
  } finally {
    if (!taken) {
      // Whoever watched has gone: give up waiting, and give the lock back if it came all the same.
      stop.abort();
      await lock.then(
        (held) => held[Symbol.asyncDispose](),
        () => undefined,
      );
    }
  }
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
