import { type Failure, failure, isFailure } from '#contract/failure';
import type { System } from './system.ts';

/** What a host says about one piece of its work. */
export interface Run {
  id: number;
  /** `running`, `cancelling`, or how it has ended. */
  state: string;
}

export type RunEvent<R> =
  /** A run is there, or has changed. */
  { type: 'run'; run: R } | { type: 'gone'; id: number };

interface Kept<R> {
  run: R;
  controller: AbortController;
  done: Promise<void>;
}

/** ms between two events, so that talkative work does not send every line by itself. */
const settleMs = 50;

/** The work of one host. It does not depend on who started or watches it, and ends with the host. */
export class Runs<R extends Run> {
  readonly #system: Pick<System, 'after'>;
  readonly #kept = new Map<number, Kept<R>>();
  #lastId = 0;
  #changed = Promise.withResolvers<void>();

  constructor(system: Pick<System, 'after'>) {
    this.#system = system;
  }

  /** Oldest first. */
  get all(): R[] {
    return [...this.#kept.values()].map(({ run }) => run);
  }

  /** Begins work, which says by `change` how it goes and has ended, and never fails. */
  begin(describe: (id: number) => R, work: (id: number, signal: AbortSignal) => Promise<void>): R {
    this.#lastId += 1;
    const id = this.#lastId;
    const run = describe(id);
    const kept = { run, controller: new AbortController(), done: Promise.resolve() };
    this.#kept.set(id, kept);
    this.ring();
    kept.done = work(id, kept.controller.signal);
    return run;
  }

  get(id: number): R | undefined {
    return this.#kept.get(id)?.run;
  }

  change(id: number, to: Partial<R>): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    kept.run = { ...kept.run, ...to };
    this.ring();
  }

  cancel(id: number): void {
    const kept = this.#kept.get(id);
    if (kept?.run.state !== 'running') return;
    this.change(id, { state: 'cancelling' } as Partial<R>);
    kept.controller.abort();
  }

  /** Forgets a run that has ended; false: it goes on, or is not known. */
  dismiss(id: number): boolean {
    const kept = this.#kept.get(id);
    if (!kept || goesOn(kept.run)) return false;
    this.#kept.delete(id);
    this.ring();
    return true;
  }

  /** Wakes those who watch. */
  ring(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  /** All runs, then whatever changes, until `signal` aborts. `before`: more about a run, which is said before the run itself. */
  async *watch<More = never>(
    signal?: AbortSignal,
    before: (id: number) => Iterable<More> = () => [],
  ): AsyncGenerator<RunEvent<R> | More> {
    const sent = new Map<number, R>();
    const aborted = new Promise<void>((resolve) => {
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
    for (;;) {
      if (signal?.aborted) return;
      const { promise: changed } = this.#changed;
      for (const [id, { run }] of this.#kept) {
        const known = sent.get(id);
        sent.set(id, run);
        yield* before(id);
        if (known !== run) yield { type: 'run', run };
      }
      for (const id of sent.keys()) {
        if (this.#kept.has(id)) continue;
        sent.delete(id);
        yield { type: 'gone', id };
      }
      await Promise.race([changed, aborted]);
      await new Promise<void>((passed) => void this.#system.after(settleMs, passed));
    }
  }

  /** Cancels what runs and waits until all of it has ended. */
  async close(): Promise<void> {
    for (const id of this.#kept.keys()) this.cancel(id);
    await Promise.all([...this.#kept.values()].map(({ done }) => done));
  }
}

/** Whether a run has not ended. */
export function goesOn({ state }: Run): boolean {
  return state === 'running' || state === 'cancelling';
}

/** Why a run failed, as it is sent. */
export function reasonOf(error: unknown): { code: string; params: Record<string, unknown> } {
  const known: Failure = isFailure(error)
    ? error
    : failure('internal', { detail: error instanceof Error ? error.message : String(error) });
  return { code: known.code, params: known.params };
}
