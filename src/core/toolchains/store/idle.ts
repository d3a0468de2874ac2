import { isFailure } from '#contract/failure';
import { acquireLock } from '#core/system';

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
