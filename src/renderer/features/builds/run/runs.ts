import { isFailure } from '#contract/failure';
import type { Build } from '#contract/builds';
import type { InstallProgress } from '#contract/install-progress';
import { client, orpc } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import { refresh } from '#shared/queries.ts';
import { createStore } from '#shared/store.ts';

/** What to build: as for `go build`, in one folder. */
export interface RunRequest {
  dir: string;
  /** The package, for people to read; part of `args`. */
  subject: string;
  args: string[];
  go?: string;
  env?: Record<string, string>;
}

/** A build that is under way, or that ended without being recorded as built. */
export interface Run {
  id: number;
  request: RunRequest;
  state: 'installing' | 'running' | 'analysing' | 'cancelling' | 'failed';
  /** Of the Go that is installed first. */
  install: InstallProgress | null;
  /** Its output so far, the end of it. */
  output: string;
  startedAt: number;
  /** What was thrown, when it could not even start. */
  error?: unknown;
}

/** Output shown while building; the history keeps its own end of the log. */
const mostOutput = 40_000;

const store = createStore<readonly Run[]>([]);
const controllers = new Map<number, AbortController>();
let lastId = 0;

/** Follows the builds under way, in a component. They outlive the page that started them. */
export const useRuns = store.use;

function change(id: number, to: (run: Run) => Partial<Run>): void {
  store.set((all) => all.map((run) => (run.id === id ? { ...run, ...to(run) } : run)));
}

/** Takes a build that ended off the list. */
export function dismissRun(id: number): void {
  store.set((all) => all.filter((run) => run.id !== id));
}

/** Ends a build and everything it started. */
export function cancelRun(id: number): void {
  change(id, () => ({ state: 'cancelling' }));
  controllers.get(id)?.abort();
}

/** Starts a build; resolves with its record, or null when it was cancelled or could not start. */
export async function startRun(request: RunRequest): Promise<Build | null> {
  lastId += 1;
  const id = lastId;
  const controller = new AbortController();
  controllers.set(id, controller);
  store.set((all) => [
    ...all,
    { id, request, state: 'running', install: null, output: '', startedAt: Date.now() },
  ]);
  const { dir, args, go, env } = request;
  try {
    const events = await client.builds.run(
      { dir, args, ...(go ? { go } : {}), ...(env ? { env } : {}) },
      { signal: controller.signal },
    );
    let next = await events.next();
    while (!next.done) {
      const event = next.value;
      if (event.type === 'output') {
        change(id, (run) => ({ output: (run.output + event.text).slice(-mostOutput) }));
      } else if (event.type === 'analysing') change(id, () => ({ state: 'analysing' }));
      else if (event.type === 'installing') {
        const { progress: install } = event;
        change(id, ({ state }) => ({ install, state: state === 'running' ? 'installing' : state }));
      } else {
        const installed = store.get().some((run) => run.id === id && run.state === 'installing');
        if (installed) void refreshToolchains();
        change(id, ({ state }) => ({ state: state === 'installing' ? 'running' : state }));
      }
      next = await events.next();
    }
    await refreshBuilds();
    dismissRun(id);
    return next.value.build;
  } catch (error) {
    await refreshBuilds();
    if (controller.signal.aborted || isFailure(error, 'cancelled')) dismissRun(id);
    else change(id, () => ({ state: 'failed', error }));
    return null;
  } finally {
    controllers.delete(id);
  }
}

/** Asks again for everything that shows builds. */
export async function refreshBuilds(): Promise<void> {
  await refresh(orpc.builds.key(), orpc.projects.key());
}
