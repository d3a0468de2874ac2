import { isFailure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import type { Reason } from '#contract/said';
import type { MeasuredProxies, SetupChoice, SetupProgress, SetupStatus, SetupStep } from '#contract/setup';
import type { SetupStepId } from '#contract/setup-steps';
import { drain } from '#contract/streams';
import { client, orpc } from '#shared/client.ts';
import { refresh, show } from '#shared/queries.ts';
import { createStore } from '#shared/store.ts';

/** A step that is being done, or was done last. */
export interface Run {
  choice: SetupChoice;
  state: 'running' | 'cancelling' | 'cancelled' | 'failed' | 'done';
  /** Of an install; null until there is some. */
  install: InstallProgress | null;
  /** What is being done now. */
  doing: Reason | null;
  /** Measured proxies, as they came. */
  measured: MeasuredProxies[];
  /** What was done. */
  notes: Reason[];
  error: unknown;
}

/** By step. They outlive the page that started them. */
const store = createStore<Partial<Record<SetupStepId, Run>>>({});
const controllers = new Map<SetupStepId, AbortController>();

/** Hook: the runs by step. */
export const useRuns = store.use;

/** Whether a step is being done just now. */
export function isRunning(run: Run | undefined): boolean {
  return run?.state === 'running' || run?.state === 'cancelling';
}

function change(step: SetupStepId, to: (run: Run) => Partial<Run>): void {
  store.set((all) => {
    const run = all[step];
    return run ? { ...all, [step]: { ...run, ...to(run) } } : all;
  });
}

/** Does a step. `id`: of the preview that the user saw; without one, whatever it is now. */
export async function startRun(choice: SetupChoice, id?: string): Promise<void> {
  const { step } = choice;
  if (controllers.has(step)) return;
  const controller = new AbortController();
  controllers.set(step, controller);
  store.set((all) => ({
    ...all,
    [step]: { choice, state: 'running', install: null, doing: null, measured: [], notes: [], error: null },
  }));
  remember();
  try {
    const input = { choice, ...(id === undefined ? {} : { id }) };
    const events = await client.setup.run(input, { signal: controller.signal });
    const { notes } = await drain(events, (progress) => change(step, (run) => shown(run, progress)));
    await readAgain();
    change(step, () => ({ state: 'done', notes }));
  } catch (error) {
    const cancelled = controller.signal.aborted || isFailure(error, 'cancelled');
    change(step, () => (cancelled ? { state: 'cancelled' } : { state: 'failed', error }));
    // What was shown may be outdated, which can be why it failed; and a part may be done.
    void refresh([]);
  } finally {
    controllers.delete(step);
    remember();
  }
}

function shown({ measured }: Run, progress: SetupProgress): Partial<Run> {
  if (progress.kind === 'install') return { install: progress.progress };
  if (progress.kind === 'doing') return { doing: progress.what };
  return { measured: [...measured, progress.proxies] };
}

/** Stops a step that is being done. */
export function cancelRun(step: SetupStepId): void {
  change(step, () => ({ state: 'cancelling' }));
  controllers.get(step)?.abort();
}

/** Forgets what a step gave last. */
export function forgetRun(step: SetupStepId): void {
  if (controllers.has(step)) return;
  store.set((all) => {
    const others = { ...all };
    delete others[step];
    return others;
  });
}

/** Shows a step as it is now, before all are read again. */
export function showStep(step: SetupStep): void {
  show<SetupStatus>(orpc.setup.status.queryKey(), (now) => ({
    ...now,
    steps: now.steps.map((each) => (each.id === step.id ? step : each)),
  }));
}

/** Reads the steps again, and then whatever else a step may have changed. */
export async function readAgain(): Promise<void> {
  await refresh(orpc.setup.status.key());
  void refresh([]);
}

/** Reloading the page ends its calls, but not a partial download. */
const rememberedAs = 'burrow.setup';

function remember(): void {
  const choice = controllers.has('toolchain') ? store.get().toolchain?.choice : undefined;
  if (choice) sessionStorage.setItem(rememberedAs, JSON.stringify(choice));
  else sessionStorage.removeItem(rememberedAs);
}

/** Goes on with the download that was running when the page was reloaded. */
export function resumeRun(): void {
  const remembered = sessionStorage.getItem(rememberedAs);
  if (remembered !== null && !controllers.has('toolchain'))
    void startRun(JSON.parse(remembered) as SetupChoice);
}
