import { Failure, failureClass } from '#contract/failure';
import type { UnpackRequest } from './unpack.ts';
import type { Unpacked } from './unpack-job.ts';
import { type UnpackProgress, UnpackRun } from './unpack-run.ts';

/**
 * Unpacks a .tar.gz while it arrives, so that little is left to do when its last byte is there. It unpacks whatever
 * arrives: use the content only after `rest` has returned and the checksum was compared.
 */
export class ArrivingTarGz {
  readonly #request: UnpackRequest;
  #run: UnpackRun | null = null;
  #bytes = 0;

  constructor(request: UnpackRequest) {
    this.#request = request;
  }

  /**
   * Reports that `bytes` bytes of the archive are there. Fewer than before means that the download started over; then
   * this does too. Failures: those not caused by the archive, such as disk.full; `rest` reports what is wrong with the
   * archive.
   */
  async arrived(bytes: number): Promise<void> {
    if (bytes < this.#bytes) await this[Symbol.asyncDispose]();
    this.#bytes = bytes;
    if (bytes === 0) return;
    const run = await this.#started();
    if (run.failed && failureClass(run.failed.code) !== 'refused') throw new Failure(run.failed);
    run.tell({ bytes, isWhole: false });
  }

  /** Unpacks the rest, now that everything has arrived. Failures: as in `unpackTarGz`. */
  async *rest(): AsyncGenerator<UnpackProgress, Unpacked> {
    const run = await this.#started();
    run.tell({ bytes: this.#bytes, isWhole: true });
    return yield* run.outcome();
  }

  /** Stops, and removes what was unpacked unless it is complete. */
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
