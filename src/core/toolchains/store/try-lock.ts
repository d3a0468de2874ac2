import { isFailure } from '#contract/failure';
import { acquireLock, isLocked } from '#core/system';

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

/**
 * As `tryWithLock`, for work that frees space: on a full disk, where no lock can be created, it runs while no process
 * holds the lock. None can take it before there is space again.
 */
export async function tryWithLockIfRoom(lock: string, work: () => Promise<void>): Promise<boolean> {
  try {
    return await tryWithLock(lock, work);
  } catch (error) {
    if (!isFailure(error, 'disk.full')) throw error;
    if (await isLocked(lock)) return false;
    await work();
    return true;
  }
}
