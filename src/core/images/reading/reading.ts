import { type Failure, failure, isFailure } from '#contract/failure';
import type { LimitName } from '#contract/failures/image-contents';
import { Damaged } from './damaged.ts';
import type { Limits } from './limits.ts';
import type { ImageReadProgress, ReadImageOptions } from './read-image-types.ts';

/** What all parts of one reading share: what was asked for, how far it is, and what it may still cost. */
export class Reading<Program> {
  /** A path or an engine's reference, for failures. */
  readonly source: string;
  readonly options: ReadImageOptions<Program>;
  readonly limits: Limits;
  readonly progress: ImageReadProgress = { bytesRead: 0, totalBytes: null, entries: 0 };
  #nameBytes = 0;
  #tarBytes = 0;
  #keptBytes = 0;
  #documentsBytes = 0;

  constructor(source: string, options: ReadImageOptions<Program>, limits: Limits) {
    this.source = source;
    this.options = options;
    this.limits = limits;
  }

  /** Counts bytes of the source. Failures: cancelled. */
  countSource(bytes: number): void {
    this.mayGoOn();
    this.progress.bytesRead += bytes;
  }

  /** Throws if the reading was cancelled. Called for every piece, so that it ends within a second. */
  mayGoOn(): void {
    if (this.options.signal?.aborted) throw failure('cancelled', {});
  }

  /** Counts bytes that were read or expanded. Failures: cancelled, image.too-much. */
  countBytes(bytes: number): void {
    this.mayGoOn();
    this.#tarBytes += bytes;
    if (this.#tarBytes > this.limits.tarBytes) throw this.tooMuch('tarBytes');
  }

  /** Counts an entry of a layer. Failures: image.too-much. */
  countEntry(): void {
    if (++this.progress.entries > this.limits.layerEntries) throw this.tooMuch('layerEntries');
  }

  /** Counts a name of a layer. Failures: image.too-much. */
  countName(bytes: number): void {
    if (bytes > this.limits.oneNameBytes) throw this.tooMuch('oneNameBytes');
    this.#nameBytes += bytes;
    if (this.#nameBytes > this.limits.nameBytes) throw this.tooMuch('nameBytes');
  }

  /** Whether the content of a file is to be kept. If so, it is counted. */
  keeps(path: string, bytes: number): boolean {
    const { keptBytes, keptTotalBytes } = this.limits;
    if (bytes > keptBytes || this.#keptBytes + bytes > keptTotalBytes) return false;
    if (!this.options.keep(path, bytes)) return false;
    this.#keptBytes += bytes;
    return true;
  }

  /** Counts a document before it is held in memory. Failures: image.too-much. */
  countDocument(bytes: number): void {
    if (bytes > this.limits.documentBytes) throw this.tooMuch('documentBytes');
    this.#documentsBytes += bytes;
    if (this.#documentsBytes > this.limits.documentsBytes) throw this.tooMuch('documentsBytes');
  }

  tooMuch(what: LimitName): Failure {
    return failure('image.too-much', { source: this.source, what, max: this.limits[what] });
  }

  /** The failure for what was thrown while `at` was read; other errors are returned unchanged. */
  failureAt(error: unknown, at: string): unknown {
    if (isFailure(error) || !(error instanceof Damaged)) return error;
    return failure('image.damaged', { source: this.source, at, why: error.why }, error);
  }
}
