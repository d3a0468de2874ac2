import { EventEmitter, on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { failure } from '#contract/failure';
import type { FileFinding } from '#contract/upkeep';
import { type CheckJob, type CheckMessage, dealOut } from './check-job.ts';

/** More are not faster: by then the disk is the limit. */
const threads = 2;

/**
 * Compares files with their records, in threads. Yields the bytes done so far and returns the differences, in no
 * particular order. Failures: cancelled.
 */
export async function* checkFiles(
  { files, ...rest }: CheckJob,
  signal?: AbortSignal,
): AsyncGenerator<{ bytes: number }, FileFinding[]> {
  if (signal?.aborted) throw failure('cancelled', {});
  const heard = new EventEmitter();
  const messages = on(heard, 'message', signal ? { signal } : {}) as AsyncIterable<[CheckMessage]>;
  const workers = dealOut(files, threads).map((hand) => {
    const workerData: CheckJob = { ...rest, files: hand };
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { workerData });
    worker.on('message', (message) => heard.emit('message', message));
    worker.on('error', (error) => heard.emit('error', error));
    return worker;
  });
  const findings: FileFinding[] = [];
  let bytes = 0;
  let working = workers.length;
  try {
    for await (const [message] of messages) {
      bytes += message.bytes;
      findings.push(...message.findings);
      if (message.done) working--;
      yield { bytes };
      if (working === 0) break;
    }
    return findings;
  } catch (error) {
    throw signal?.aborted ? failure('cancelled', {}, error) : error;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
