import type { System } from '../system.ts';

/** Ends a transfer that has come to a standstill. Time in which nothing is waited for does not count. */
export class IdleWatch {
  readonly #system: Pick<System, 'after'>;
  readonly #idleMs: number;
  readonly #stop = new AbortController();
  #cancel: (() => void) | undefined;

  constructor(system: Pick<System, 'after'>, idleMs: number) {
    this.#system = system;
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
    this.#cancel = this.#system.after(this.#idleMs, () => this.stop());
  }

  /** Something came. */
  pause(): void {
    this.#cancel?.();
  }

  /** Ends the transfer, wherever it is. */
  stop(): void {
    this.pause();
    this.#stop.abort();
  }
}
