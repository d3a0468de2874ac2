/** ms of waiting after which the rate is judged, and bytes that must have arrived in that time: 4 KiB/s. */
const windowMs = 60_000;
const minBytes = 240 * 1024;

/**
 * Detects a server that sends so slowly that a download would take days, although it is never silent for long. Only the
 * time spent waiting for data counts, and the attempts of one download count together.
 */
export class MinimumRate {
  #waitedMs = 0;
  #bytes = 0;
  #isTooLow = false;

  /** `bytes` arrived after a wait; 0 if the wait was given up. */
  add(bytes: number, waitedMs: number): void {
    // The clock may be set back meanwhile.
    this.#waitedMs += Math.max(0, waitedMs);
    this.#bytes += bytes;
    if (this.#waitedMs < windowMs) return;
    this.#isTooLow = this.#bytes < minBytes;
    this.#waitedMs = 0;
    this.#bytes = 0;
  }

  /** Whether too little arrived in the last full minute of waiting. */
  get isTooLow(): boolean {
    return this.#isTooLow;
  }
}
