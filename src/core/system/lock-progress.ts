import { acquireLock } from './locks.ts';

/**
 * Acquires a lock, and yields `waiting()` if another process holds it. A reader that stops ends the wait. Failures: as
 * in `acquireLock`.
 */
export async function* acquireLockWithProgress<Event>(
  path: string,
  waiting: () => Event,
  signal: AbortSignal | undefined,
): AsyncGenerator<Event, AsyncDisposable> {
  const stop = new AbortController();
  const { promise: waits, resolve: onWait } = Promise.withResolvers<'waiting'>();
  const lock = acquireLock(path, {
    signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
    onWait: () => onWait('waiting'),
  });
  let taken = false;
  try {
    if ((await Promise.race([lock, waits])) === 'waiting') yield waiting();
    const held = await lock;
    taken = true;
    return held;
  } finally {
    if (!taken) {
      // The reader has stopped: end the wait, and release the lock if it was acquired nevertheless.
      stop.abort();
      await lock.then(
        (held) => held[Symbol.asyncDispose](),
        () => undefined,
      );
    }
  }
}
