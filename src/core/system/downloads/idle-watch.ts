/** Ends a transfer that has come to a standstill. Time in which nothing is waited for does not count. */
export class IdleWatch {
  readonly #idleMs: number;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(idleMs: number) {
    this.#idleMs = idleMs;
  }

  /** Aborts when a wait has taken too long. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get detail(): string {
    return `no bytes for ${Math.round(this.#idleMs / 1000)} s`;
  }

  /** The wait begins. */
  start(): void {
    this.pause();
    this.#timer = setTimeout(() => this.stop(), this.#idleMs);
  }

  /** Something came. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /** Ends the transfer, wherever it is. */
  stop(): void {
    this.pause();
    this.#stop.abort();
  }
}
