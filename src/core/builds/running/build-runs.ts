import type { BuildEvent } from '#contract/builds';
import type { BuildRun, RunEvent, RunRequest, RunStep } from '#contract/build-runs';
import { isFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import type { History } from '#core/history';
import { goesOn, reasonOf, Runs, type System } from '#core/system';
import { runBuild } from '../run.ts';
import { RunOutput } from './run-output.ts';
import { finished, withStep } from './steps.ts';

/**
 * The builds that one host runs. Of those that have ended, a failed one is kept until it is dismissed or its package is built
 * again, others until the next start.
 */
export class BuildRuns {
  readonly #system: System;
  readonly #history: () => Promise<History>;
  readonly #runs: Runs<BuildRun>;
  readonly #outputs = new Map<number, RunOutput>();
  readonly #onBug: (error: unknown) => void;

  /** `onBug` is told what no failure explains. */
  constructor(system: System, history: () => Promise<History>, onBug: (error: unknown) => void = () => {}) {
    this.#system = system;
    this.#history = history;
    this.#runs = new Runs(system);
    this.#onBug = onBug;
  }

  start(request: RunRequest): BuildRun {
    for (const run of this.#runs.all) {
      const isSame = run.request.dir === request.dir && run.request.subject === request.subject;
      const isOver = run.state === 'succeeded' || run.state === 'cancelled';
      if (isOver || (isSame && !goesOn(run))) this.dismiss(run.id);
    }
    const startedAt = this.#system.now().toISOString();
    return this.#runs.begin(
      (id) => {
        this.#outputs.set(id, new RunOutput());
        return { ...begun, id, request, startedAt };
      },
      (id, signal) => this.#work(id, request, signal),
    );
  }

  /** Ends a build and all processes that it started. */
  cancel(id: number): void {
    this.#runs.cancel(id);
  }

  /** Forgets a run that has ended. */
  dismiss(id: number): void {
    if (this.#runs.dismiss(id)) this.#outputs.delete(id);
  }

  /** All runs with their output so far, then whatever changes, until `signal` aborts. */
  watch(signal?: AbortSignal): AsyncGenerator<RunEvent> {
    const positions = new Map<number, number>();
    const outputs = this.#outputs;
    return this.#runs.watch<RunEvent>(signal, function* (id) {
      const output = outputs.get(id);
      const position = positions.get(id) ?? 0;
      if (!output || output.length <= position) return;
      positions.set(id, output.length);
      yield { type: 'output', id, ...output.since(position) };
    });
  }

  /** Cancels what runs and waits until all of it is recorded. */
  close(): Promise<void> {
    return this.#runs.close();
  }

  async #work(id: number, { dir, args, go, env }: RunRequest, signal: AbortSignal): Promise<void> {
    try {
      const events = runBuild(this.#system, await this.#history(), { dir, args, go, env }, signal);
      const { build } = await drain(events, (event) => this.#follow(id, event));
      this.#end(id, { state: build.status === 'succeeded' ? 'succeeded' : 'failed', build });
    } catch (error) {
      const isCancelled = signal.aborted || isFailure(error, 'cancelled');
      if (!isCancelled && !isFailure(error)) this.#onBug(error);
      this.#end(id, isCancelled ? { state: 'cancelled' } : { state: 'not-started', error: reasonOf(error) });
    }
  }

  #follow(id: number, event: BuildEvent): void {
    const at = this.#system.now();
    const steps = (name: RunStep['name']) => withStep(this.#runs.get(id)?.steps ?? [], name, at);
    if (event.type === 'output') {
      this.#outputs.get(id)?.add(event.text);
      this.#runs.ring();
    } else if (event.type === 'installing') {
      this.#runs.change(id, { install: event.progress, steps: steps('install') });
    } else if (event.type === 'analysing') this.#runs.change(id, { steps: steps('analyse') });
    else {
      const { command, goVersion } = event;
      this.#runs.change(id, { command, goVersion, steps: steps('build') });
    }
  }

  #end(id: number, to: Partial<BuildRun>): void {
    const run = this.#runs.get(id);
    if (!run) return;
    const at = this.#system.now();
    const durationMs = at.getTime() - Date.parse(run.startedAt);
    this.#runs.change(id, { ...to, durationMs, steps: finished(run.steps, at) });
  }
}

/** What is known of a build that has just been started. */
const begun: Omit<BuildRun, 'id' | 'request' | 'startedAt'> = {
  state: 'running',
  steps: [],
  install: null,
  command: null,
  goVersion: null,
  durationMs: null,
  build: null,
  error: null,
};
