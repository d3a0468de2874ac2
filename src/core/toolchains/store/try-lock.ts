import { isFailure } from '#contract/failure';
import { acquireLock } from '#core/system';

/** Runs `work` under a lock, or returns false without waiting when the lock is held. Failures: those of `work`. */
export async function tryWithLock(lock: string, work: () => Promise<void>): Promise<boolean> {
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
