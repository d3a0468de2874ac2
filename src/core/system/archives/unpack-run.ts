import { on } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { Failure, type FailureData, failure, isFailure } from '#contract/failure';
import { shrinkHeap } from '../buffer-sweeper.ts';
import { fileFailure } from '../failures.ts';
import { stopWorker } from './stop-worker.ts';
import type { Arrived, Unpacked, UnpackJob, UnpackMessage } from './unpack-job.ts';

/** Bytes unpacked so far. */
export interface UnpackProgress {
  bytes: number;
}

/** An unpacking in a thread of its own. */
export class UnpackRun {
  readonly #into: string;
  readonly #signal: AbortSignal | undefined;
  readonly #worker: Worker;
  readonly #heard: AsyncIterable<[UnpackMessage]>;
  #failed: FailureData | null = null;
  #isWhole = false;

  private constructor(job: UnpackJob, signal: AbortSignal | undefined) {
    this.#into = job.into;
    this.#signal = signal;
    this.#worker = new Worker(new URL('./unpack-worker.ts', import.meta.url), {
      workerData: job,
      // Pieces of files are short-lived: a small young generation frees them early. Measured: 30 MB less at the peak,
      // and no slower.
      resourceLimits: { maxYoungGenerationSizeMb: 3 },
    });
    this.#worker.on('message', (message: UnpackMessage) => {
      if (message.type === 'failed') this.#failed = message.failure;
    });
    // Keeps messages that arrive before `outcome` is called.
    this.#heard = on(this.#worker, 'message', {
      close: ['exit'],
      ...(signal && { signal }),
    }) as AsyncIterable<[UnpackMessage]>;
  }

  /** Failures: cancelled, file.no-permission. */
  static async start(job: UnpackJob, signal: AbortSignal | undefined): Promise<UnpackRun> {
    if (signal?.aborted) throw failure('cancelled', {});
    await needEmpty(job.into);
    shrinkHeap();
    return new UnpackRun(job, signal);
  }

  /** Why it has failed; null: it has not. */
  get failed(): FailureData | null {
    return this.#failed;
  }

  /** Tells the worker how much of the archive has arrived. */
  tell(arrived: Arrived): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    this.#worker.postMessage(arrived);
  }

  /** Waits for the end. Failures: as in `unpackTarGz`. */
  async *outcome(): AsyncGenerator<UnpackProgress, Unpacked> {
    try {
      for await (const [message] of this.#heard) {
        switch (message.type) {
          case 'progress':
            yield { bytes: message.bytes };
            break;
          case 'done':
            this.#isWhole = true;
            shrinkHeap();
            return message.unpacked;
          case 'failed':
            throw new Failure(message.failure);
        }
      }
      throw new Error('the unpacking worker ended without a result');
    } catch (error) {
      throw this.#signal?.aborted ? failure('cancelled', {}, error) : error;
    }
  }

  /** Stops the worker; unless it has succeeded, removes what it wrote. */
  async [Symbol.asyncDispose](): Promise<void> {
    await stopWorker(this.#worker);
    if (!this.#isWhole) await rm(this.#into, { recursive: true, force: true });
  }
}

/** Existing files would be taken for the archive's, and removed with it. */
async function needEmpty(folder: string): Promise<void> {
  try {
    const there = await readdir(folder);
    if (there.length > 0) throw new Error(`${folder} is not empty`);
  } catch (error) {
    const known = fileFailure(error, folder);
    if (!isFailure(known, 'file.not-found')) throw known;
  }
}
