import { isFailure } from '#contract/failure';
import type { Build } from '#contract/build';
import type { InstallProgress } from '#contract/install-progress';
import { drain } from '#contract/streams';
import { client, orpc } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import { refresh } from '#shared/queries.ts';
import { createStore } from '#shared/store.ts';

/** A request to run `go build` in a folder. */
export interface RunRequest {
  dir: string;
  /** The package, for display; it is also in `args`. */
  subject: string;
  args: string[];
  go?: string;
  env?: Record<string, string>;
}

/** A build that is running, or that could not be started. */
export interface Run {
  id: number;
  request: RunRequest;
  state: 'installing' | 'running' | 'analysing' | 'cancelling' | 'failed';
  /** The progress of installing the pinned Go, before the build. */
  install: InstallProgress | null;
  /** The end of its output so far. */
  output: string;
  startedAt: number;
  /** Why it could not be started. */
  error?: unknown;
}

/** The number of characters of output shown while building. */
const maxOutput = 40_000;

const store = createStore<readonly Run[]>([]);
const controllers = new Map<number, AbortController>();
let lastId = 0;

/** Hook: the running builds. They outlive the page that started them. */
export const useRuns = store.use;

function change(id: number, to: (run: Run) => Partial<Run>): void {
  store.set((all) => all.map((run) => (run.id === id ? { ...run, ...to(run) } : run)));
}

/** Removes a build from the list. */
export function dismissRun(id: number): void {
  store.set((all) => all.filter((run) => run.id !== id));
}

/** Cancels a build and all processes that it started. */
export function cancelRun(id: number): void {
  change(id, () => ({ state: 'cancelling' }));
  controllers.get(id)?.abort();
}

/** Starts a build; resolves with its record, or null if it was cancelled or could not be started. */
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
    const { build } = await drain(events, (event) => {
      if (event.type === 'output') {
        change(id, (run) => ({ output: (run.output + event.text).slice(-maxOutput) }));
      } else if (event.type === 'analysing') change(id, () => ({ state: 'analysing' }));
      else if (event.type === 'installing') {
        const { progress: install } = event;
        change(id, ({ state }) => ({ install, state: state === 'running' ? 'installing' : state }));
      } else {
        const installed = store.get().some((run) => run.id === id && run.state === 'installing');
        if (installed) void refreshToolchains();
        change(id, ({ state }) => ({ state: state === 'installing' ? 'running' : state }));
      }
    });
    await refreshBuilds();
    dismissRun(id);
    return build;
  } catch (error) {
    await refreshBuilds();
    if (controller.signal.aborted || isFailure(error, 'cancelled')) dismissRun(id);
    else change(id, () => ({ state: 'failed', error }));
    return null;
  } finally {
    controllers.delete(id);
  }
}

/** Reads again everything that shows builds. */
export async function refreshBuilds(): Promise<void> {
  await refresh(orpc.builds.key(), orpc.projects.key());
}
