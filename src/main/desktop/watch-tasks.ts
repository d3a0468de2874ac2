import type { RunEvent } from '#contract/build-runs';
import type { InstallProgress } from '#contract/install-progress';
import { afterProgress, type Ending, installTask, type Task, taskOfRun } from '#contract/tasks/task';

/** A call of the page, as oRPC hands it to an interceptor. */
interface Call {
  path: readonly string[];
  input: unknown;
  signal?: AbortSignal | undefined;
  next: () => Promise<unknown>;
}

/** What runs in this host. */
export interface Tasks {
  /** Makes a call of the page, and watches it if it is an install. */
  watch(call: Call): Promise<unknown>;
  /** The host says something about its builds. */
  saw(event: RunEvent): void;
  /** Oldest first. */
  running(): readonly Task[];
}

/** Watches the tasks. `now`: ms since 1970. */
export function watchTasks(
  now: () => number,
  on: { changed(): void; ended(task: Task, ending: Ending): void },
): Tasks {
  const running = new Map<string, Task>();
  let lastId = 0;
  const set = (task: Task) => {
    running.set(task.id, task);
    on.changed();
  };
  const end = (id: string, ending: Ending) => {
    const task = running.get(id);
    if (!task) return;
    running.delete(id);
    on.changed();
    on.ended(task, ending);
  };
  return {
    running: () => [...running.values()],
    saw(event) {
      if (event.type !== 'run') return;
      const { task, ending } = taskOfRun(event.run);
      if (ending === null) set(task);
      else end(task.id, ending);
    },
    async watch({ path, input, signal, next }) {
      if (path.join('.') !== 'toolchains.install') return next();
      lastId += 1;
      const id = `install ${lastId}`;
      const task = installTask(id, versionIn(input), now());
      set(task);
      const failed = () => end(id, signal?.aborted ? 'cancelled' : 'failed');
      try {
        return watched((await next()) as AsyncIterator<InstallProgress, unknown>, {
          event: (progress) => set(afterProgress(running.get(id) ?? task, progress)),
          done: () => end(id, 'done'),
          failed,
          left: () => end(id, 'cancelled'),
        });
      } catch (error) {
        failed();
        throw error;
      }
    },
  };
}

/** The version that an install asks for; the call itself refuses other inputs. */
function versionIn(input: unknown): string {
  if (typeof input !== 'object' || input === null || !('version' in input)) return '';
  return typeof input.version === 'string' ? input.version : '';
}

/** The same stream, whose reader's every step is told. */
function watched<Event, Result>(
  stream: AsyncIterator<Event, Result>,
  tell: { event(event: Event): void; done(): void; failed(): void; left(): void },
): AsyncIterableIterator<Event, Result | undefined> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const step = await stream.next();
        if (step.done) tell.done();
        else tell.event(step.value);
        return step;
      } catch (error) {
        tell.failed();
        throw error;
      }
    },
    async return() {
      tell.left();
      await stream.return?.();
      return { done: true, value: undefined };
    },
  };
}
