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

/** What the host has said. Output comes before the run that it belongs to, so that a run that has ended is complete. */
interface Said {
  runs: readonly BuildRun[];
  /** By run. */
  outputs: ReadonlyMap<number, string>;
}

const nothing: Said = { runs: [], outputs: new Map() };
const store = createStore(nothing);
type EndedListener = (shown: ShownRun) => void;
const endedListeners = new Set<EndedListener>();

/** Hook: the builds, oldest first. The host runs them, so that they outlive this page. */
export function useRuns(): ShownRun[] {
  const { runs, outputs } = store.use();
  return runs.map((run) => ({ run, output: outputs.get(run.id) ?? '' }));
}

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
      store.set(() => nothing);
      for await (const event of events) follow(event);
    } catch {
      await new Promise((passed) => setTimeout(passed, retryMs));
    }
  }
}

function follow(event: RunEvent): void {
  const before = store.get().runs;
  store.set((said) => afterEvent(said, event));
  if (event.type !== 'run' || isRunning(event.run)) return;
  const { run } = event;
  if (!before.some((each) => each.id === run.id && isRunning(each))) return;
  void refreshBuilds();
  const output = store.get().outputs.get(run.id) ?? '';
  for (const listener of endedListeners) listener({ run, output });
}

/** What is known after an event. Pure. */
export function afterEvent({ runs, outputs }: Said, event: RunEvent): Said {
  switch (event.type) {
    case 'output': {
      const before = event.whole ? '' : (outputs.get(event.id) ?? '');
      return { runs, outputs: new Map(outputs).set(event.id, before + event.text) };
    }
    case 'run': {
      const { run } = event;
      const isKnown = runs.some(({ id }) => id === run.id);
      return {
        runs: isKnown ? runs.map((each) => (each.id === run.id ? run : each)) : [...runs, run],
        outputs,
      };
    }
    default:
      return {
        runs: runs.filter(({ id }) => id !== event.id),
        outputs: new Map([...outputs].filter(([id]) => id !== event.id)),
      };
  }
}

/** Reads again everything that shows builds. */
export async function refreshBuilds(): Promise<void> {
  await refresh(orpc.builds.key(), orpc.projects.key());
}
