import { acquireLock } from './locks.ts';

/**
 * Takes a lock, and yields what `waiting` says while another process holds it. Whoever stops listening gives up.
 * Failures: those of `acquireLock`.
 */
export async function* lockSaying<Event>(
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
      // Whoever watched has gone: give up waiting, and give the lock back if it came all the same.
      stop.abort();
      await lock.then(
        (held) => held[Symbol.asyncDispose](),
        () => undefined,
      );
    }
  }
}
