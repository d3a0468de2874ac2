import type { System } from '../system.ts';

/** Aborts a transfer that has stalled. Only time spent waiting for data counts. */
export class IdleTimeout {
  readonly #system: Pick<System, 'after'>;
  readonly #timeoutMs: number;
  readonly #stop = new AbortController();
  #cancel: (() => void) | undefined;

  constructor(system: Pick<System, 'after'>, timeoutMs: number) {
    this.#system = system;
    this.#timeoutMs = timeoutMs;
  }

  /** Aborts when a wait took too long. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get detail(): string {
    return `no bytes for ${Math.round(this.#timeoutMs / 1000)} s`;
  }

  /** A wait begins. */
  start(): void {
    this.pause();
    this.#cancel = this.#system.after(this.#timeoutMs, () => this.stop());
  }

  /** Data arrived. */
  pause(): void {
    this.#cancel?.();
  }

  /** Aborts the transfer. */
  stop(): void {
    this.pause();
    this.#stop.abort();
  }
}
