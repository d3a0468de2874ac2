/** ms before there is a rate; earlier it would be a guess. */
const tooYoung = 300;

/** Measures how many bytes per second a transfer moves. */
export class TransferRate {
  readonly #windowMs: number;
  #samples: { at: number; bytes: number }[] = [];

  /** `windowMs`: the rate is that of the last so many ms. */
  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** Forgets what was measured: another transfer begins. */
  restart(): void {
    this.#samples = [];
  }

  /** `bytes` were there at this moment (ms). Returns bytes per second, or null while they are not known. */
  at(now: number, bytes: number): number | null {
    const last = this.#samples.at(-1);
    // The clock was set back, or the transfer started over, so the earlier samples are useless.
    if (last && (now < last.at || bytes < last.bytes)) this.#samples = [];
    // One sample older than the window is kept, so that the rate covers all of it.
    while ((this.#samples[1]?.at ?? now) <= now - this.#windowMs) this.#samples.shift();
    const oldest = this.#samples[0];
    this.#samples.push({ at: now, bytes });
    const elapsed = oldest ? now - oldest.at : 0;
    return oldest && elapsed >= tooYoung ? Math.round(((bytes - oldest.bytes) / elapsed) * 1000) : null;
  }
}
