/** Aborts a transfer that has stalled. Only time spent waiting for data counts. */
export class IdleTimeout {
  readonly #idleTimeoutMs: number;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(idleTimeoutMs: number) {
    this.#idleTimeoutMs = idleTimeoutMs;
  }

  /** Aborts when a wait took too long. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get detail(): string {
    return `no bytes for ${Math.round(this.#idleTimeoutMs / 1000)} s`;
  }

  /** A wait begins. */
  start(): void {
    this.pause();
    this.#timer = setTimeout(() => this.stop(), this.#idleTimeoutMs);
  }

  /** Data arrived. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /** Aborts the transfer. */
  stop(): void {
    this.pause();
    this.#stop.abort();
  }
}
