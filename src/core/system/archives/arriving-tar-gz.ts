import { Failure, failureClass } from '#contract/failure';
import type { UnpackRequest } from './unpack.ts';
import type { Unpacked } from './unpack-job.ts';
import { type UnpackProgress, UnpackRun } from './unpack-run.ts';

/**
 * Unpacks a .tar.gz while it arrives, so that little is left to do when its last byte is there. What it says of the
 * content counts only once the whole is known: it unpacks whatever comes.
 */
export class ArrivingTarGz {
  readonly #request: UnpackRequest;
  #run: UnpackRun | null = null;
  #bytes = 0;

  constructor(request: UnpackRequest) {
    this.#request = request;
  }

  /**
   * So many bytes of the archive are there. Fewer than before: the download began anew, and so does this. Failures:
   * those that are not the archive's, as disk.full; what is wrong with the archive is said by `rest`.
   */
  async arrived(bytes: number): Promise<void> {
    if (bytes < this.#bytes) await this[Symbol.asyncDispose]();
    this.#bytes = bytes;
    if (bytes === 0) return;
    const run = await this.#started();
    if (run.failed && failureClass(run.failed.code) !== 'refused') throw new Failure(run.failed);
    run.tell({ bytes, isWhole: false });
  }

  /** Unpacks what is left, now that all has arrived. Failures: as with `unpackTarGz`. */
  async *rest(): AsyncGenerator<UnpackProgress, Unpacked> {
    const run = await this.#started();
    run.tell({ bytes: this.#bytes, isWhole: true });
    return yield* run.outcome();
  }

  /** Ends it; what was unpacked is left only when that was all. */
  async [Symbol.asyncDispose](): Promise<void> {
    const run = this.#run;
    this.#run = null;
    await run?.[Symbol.asyncDispose]();
  }

  async #started(): Promise<UnpackRun> {
    const { signal, ...job } = this.#request;
    this.#run ??= await UnpackRun.start({ format: 'tar.gz', isArriving: true, ...job }, signal);
    return this.#run;
  }
}
