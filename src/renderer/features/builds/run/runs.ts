import type { BuildRun, RunEvent, RunRequest } from '#contract/build-runs';
import { client, orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';
import { createStore } from '#shared/store.ts';

/** A build that the host runs, or ran last, with its output. */
export interface ShownRun {
  run: BuildRun;
  /** What is known of its output; the beginning of a long one is missing. */
  output: string;
}

/** ms before asking the host again that did not answer. */
const retryMs = 2000;

const store = createStore<readonly ShownRun[]>([]);
type EndedListener = (run: BuildRun) => void;
const endedListeners = new Set<EndedListener>();

/** Hook: the builds. The host runs them, so that they outlive this page. */
export const useRuns = store.use;

/** Calls `listener` after each build that ends while this page is open; returns a function that unsubscribes it. */
export function onRunEnded(listener: EndedListener): () => void {
  endedListeners.add(listener);
  return () => endedListeners.delete(listener);
}

/** Whether a build goes on. */
export function isRunning({ state }: BuildRun): boolean {
  return state === 'running' || state === 'cancelling';
}

/** Starts a build. Failures: those of the call; whatever happens to the build is shown with it. */
export async function startRun(request: RunRequest): Promise<void> {
  await client.runs.start(request);
}

/** Cancels a build and all processes that it started. */
export function cancelRun(id: number): void {
  void client.runs.cancel({ id }).catch(() => undefined);
}

/** Removes a build that has ended from the list. */
export function dismissRun(id: number): void {
  void client.runs.dismiss({ id }).catch(() => undefined);
}

/** Follows the builds of the host until `signal` aborts, and finds them again after a lost connection. */
export async function followRuns(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const events = await client.runs.watch(undefined, { signal });
      // Another host may have taken the place of the one before; this one says all that it runs.
      store.set(() => []);
      for await (const event of events) follow(event);
    } catch {
      await new Promise((passed) => setTimeout(passed, retryMs));
    }
  }
}

function follow(event: RunEvent): void {
  const before = store.get();
  store.set((runs) => afterEvent(runs, event));
  if (event.type !== 'run' || isRunning(event.run)) return;
  const wasRunning = before.some(({ run }) => run.id === event.run.id && isRunning(run));
  if (!wasRunning) return;
  void refreshBuilds();
  for (const listener of endedListeners) listener(event.run);
}

/** The runs after an event. Output may come before the run that it belongs to, and is kept for it. Pure. */
export function afterEvent(runs: readonly ShownRun[], event: RunEvent): readonly ShownRun[] {
  if (event.type === 'gone') return runs.filter(({ run }) => run.id !== event.id);
  const id = event.type === 'run' ? event.run.id : event.id;
  const known = runs.find(({ run }) => run.id === id);
  const changed =
    event.type === 'run'
      ? { run: event.run, output: known?.output ?? '' }
      : known && { ...known, output: event.whole ? event.text : known.output + event.text };
  if (!changed) return runs;
  return known ? runs.map((each) => (each === known ? changed : each)) : [...runs, changed];
}

/** Reads again everything that shows builds. */
export async function refreshBuilds(): Promise<void> {
  await refresh(orpc.builds.key(), orpc.projects.key());
}
