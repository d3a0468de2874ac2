import type { BuildEvent } from '#contract/builds';
import type { BuildRun, RunEvent, RunRequest, RunStep } from '#contract/build-runs';
import { type Failure, failure, isFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import type { History } from '#core/history';
import type { System } from '#core/system';
import { runBuild } from '../run.ts';
import { RunOutput } from './run-output.ts';
import { finished, withStep } from './steps.ts';

interface Running {
  run: BuildRun;
  output: RunOutput;
  controller: AbortController;
  done: Promise<void>;
}

/** ms between two events with output, so that a talkative build does not send every line by itself. */
const settleMs = 50;

/**
 * The builds that one host runs. They do not depend on who started or watches them, and end with the host. Of those that
 * have ended, a failed one is kept until it is dismissed or its package is built again, others until the next start.
 */
export class BuildRuns {
  readonly #system: System;
  readonly #history: () => Promise<History>;
  readonly #runs = new Map<number, Running>();
  readonly #onBug: (error: unknown) => void;
  #lastId = 0;
  #changed = Promise.withResolvers<void>();

  /** `onBug` is told what no failure explains. */
  constructor(system: System, history: () => Promise<History>, onBug: (error: unknown) => void = () => {}) {
    this.#system = system;
    this.#history = history;
    this.#onBug = onBug;
  }

  start(request: RunRequest): BuildRun {
    for (const [id, { run }] of this.#runs) {
      const isSame = run.request.dir === request.dir && run.request.subject === request.subject;
      const isOver = run.state === 'succeeded' || run.state === 'cancelled';
      if (isOver || (isSame && hasEnded(run))) this.#runs.delete(id);
    }
    this.#lastId += 1;
    const run: BuildRun = {
      id: this.#lastId,
      request,
      state: 'running',
      steps: [],
      install: null,
      command: null,
      goVersion: null,
      startedAt: this.#system.now().toISOString(),
      durationMs: null,
      build: null,
      error: null,
    };
    const running = {
      run,
      output: new RunOutput(),
      controller: new AbortController(),
      done: Promise.resolve(),
    };
    this.#runs.set(run.id, running);
    this.#ring();
    running.done = this.#work(running);
    return run;
  }

  /** Ends a build and all processes that it started. */
  cancel(id: number): void {
    const running = this.#runs.get(id);
    if (!running || running.run.state !== 'running') return;
    this.#change(running, { state: 'cancelling' });
    running.controller.abort();
  }

  /** Forgets a run that has ended. */
  dismiss(id: number): void {
    const running = this.#runs.get(id);
    if (!running || !hasEnded(running.run)) return;
    this.#runs.delete(id);
    this.#ring();
  }

  /** All runs with their output so far, then whatever changes, until `signal` aborts. */
  async *watch(signal?: AbortSignal): AsyncGenerator<RunEvent> {
    const sent = new Map<number, { run: BuildRun; position: number }>();
    const aborted = new Promise<void>((resolve) => {
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
    for (;;) {
      if (signal?.aborted) return;
      const { promise: changed } = this.#changed;
      for (const { run, output } of this.#runs.values()) {
        const before = sent.get(run.id);
        const position = before?.position ?? 0;
        sent.set(run.id, { run, position: output.length });
        if (output.length > position) yield { type: 'output', id: run.id, ...output.since(position) };
        if (before?.run !== run) yield { type: 'run', run };
      }
      for (const id of sent.keys()) {
        if (this.#runs.has(id)) continue;
        sent.delete(id);
        yield { type: 'gone', id };
      }
      await Promise.race([changed, aborted]);
      await new Promise<void>((passed) => void this.#system.after(settleMs, passed));
    }
  }

  /** Cancels what runs and waits until all of it is recorded. */
  async close(): Promise<void> {
    for (const id of this.#runs.keys()) this.cancel(id);
    await Promise.all([...this.#runs.values()].map(({ done }) => done));
  }

  #ring(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  #change(running: Running, to: Partial<BuildRun>): void {
    running.run = { ...running.run, ...to };
    this.#ring();
  }

  async #work(running: Running): Promise<void> {
    const { request } = running.run;
    try {
      const { dir, args, go, env } = request;
      const events = runBuild(
        this.#system,
        await this.#history(),
        { dir, args, go, env },
        running.controller.signal,
      );
      const { build } = await drain(events, (event) => this.#follow(running, event));
      const state = build.status === 'succeeded' ? 'succeeded' : 'failed';
      this.#end(running, { state, build });
    } catch (error) {
      const isCancelled = running.controller.signal.aborted || isFailure(error, 'cancelled');
      if (!isCancelled && !isFailure(error)) this.#onBug(error);
      this.#end(
        running,
        isCancelled ? { state: 'cancelled' } : { state: 'not-started', error: reasonOf(error) },
      );
    }
  }

  #follow(running: Running, event: BuildEvent): void {
    const at = this.#system.now();
    const begun = (name: RunStep['name']) => withStep(running.run.steps, name, at);
    if (event.type === 'output') {
      running.output.add(event.text);
      this.#ring();
    } else if (event.type === 'installing') {
      this.#change(running, { install: event.progress, steps: begun('install') });
    } else if (event.type === 'analysing') this.#change(running, { steps: begun('analyse') });
    else {
      const { command, goVersion } = event;
      this.#change(running, { command, goVersion, steps: begun('build') });
    }
  }

  #end(running: Running, to: Partial<BuildRun>): void {
    const at = this.#system.now();
    const { startedAt, steps } = running.run;
    const durationMs = at.getTime() - Date.parse(startedAt);
    this.#change(running, { ...to, durationMs, steps: finished(steps, at) });
  }
}

function hasEnded({ state }: BuildRun): boolean {
  return state !== 'running' && state !== 'cancelling';
}

function reasonOf(error: unknown): { code: string; params: Record<string, unknown> } {
  const known: Failure = isFailure(error)
    ? error
    : failure('internal', { detail: error instanceof Error ? error.message : String(error) });
  return { code: known.code, params: known.params };
}
