import { isFailure } from '#contract/failure';
import type { InstallRun, InstallRunEvent } from '#contract/install-runs';
import { drain } from '#contract/streams';
import type { InstallRequest } from '#contract/toolchains';
import { goesOn, reasonOf, Runs, type System } from '#core/system';
import { installToolchain } from './changes.ts';

/** The installs that one host runs. One that has ended is kept until it is dismissed or asked for again. */
export class InstallRuns {
  readonly #system: System;
  readonly #runs: Runs<InstallRun>;
  readonly #onBug: (error: unknown) => void;

  /** `onBug` is told what no failure explains. */
  constructor(system: System, onBug: (error: unknown) => void = () => {}) {
    this.#system = system;
    this.#runs = new Runs(system);
    this.#onBug = onBug;
  }

  /** Starts an install; one that runs for an equal version and target is returned instead. */
  start(request: InstallRequest): InstallRun {
    const same = this.#runs.all.find(
      ({ request: { version, os, arch } }) =>
        version === request.version && os === request.os && arch === request.arch,
    );
    if (same && goesOn(same)) return same;
    if (same) this.#runs.dismiss(same.id);
    const startedAt = this.#system.now().toISOString();
    return this.#runs.begin(
      (id) => ({ id, request, startedAt, state: 'running', progress: null, result: null, error: null }),
      (id, signal) => this.#work(id, request, signal),
    );
  }

  cancel(id: number): void {
    this.#runs.cancel(id);
  }

  /** Forgets an install that has ended. */
  dismiss(id: number): void {
    this.#runs.dismiss(id);
  }

  /** All installs, then whatever changes, until `signal` aborts. */
  watch(signal?: AbortSignal): AsyncGenerator<InstallRunEvent> {
    return this.#runs.watch(signal);
  }

  /** Cancels what runs and waits until it has ended. */
  close(): Promise<void> {
    return this.#runs.close();
  }

  async #work(id: number, request: InstallRequest, signal: AbortSignal): Promise<void> {
    try {
      const result = await drain(installToolchain(this.#system, request, signal), (progress) =>
        this.#runs.change(id, { progress }),
      );
      this.#runs.change(id, { state: 'installed', result });
    } catch (error) {
      const isCancelled = signal.aborted || isFailure(error, 'cancelled');
      if (!isCancelled && !isFailure(error)) this.#onBug(error);
      this.#runs.change(
        id,
        isCancelled ? { state: 'cancelled' } : { state: 'failed', error: reasonOf(error) },
      );
    }
  }
}
