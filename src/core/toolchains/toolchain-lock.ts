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
