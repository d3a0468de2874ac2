import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** The message that asks a worker to end itself. */
export const stopMessage = 'stop';

/**
 * ms after which a worker that does not answer is ended where it is: only one that hangs, because on a busy machine one
 * that works may need a second to answer.
 */
const maxWaitMs = 10_000;

/**
 * Ends a worker between two of its steps. `terminate` ends it anywhere: in the middle of making a zlib stream, Node 24
 * aborts the whole process ("close before init").
 */
export async function stopWorker(worker: Worker): Promise<void> {
  // A worker that has ended has no thread, and no more events.
  if (worker.threadId !== -1) {
    const ended = once(worker, 'exit').catch(() => undefined);
    const stop = new AbortController();
    const late = sleep(maxWaitMs, undefined, { signal: stop.signal }).catch(() => undefined);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    worker.postMessage(stopMessage);
    await Promise.race([ended, late]);
    stop.abort();
  }
  await worker.terminate();
}
