import { afterEvent, type Ending, endingOf, type Task, taskOf, type TaskResult } from './task.ts';

/** A call of the page, as oRPC hands it to an interceptor. */
interface Call {
  path: readonly string[];
  input: unknown;
  signal?: AbortSignal | undefined;
  next(): Promise<unknown>;
}

/** What runs for the page. */
export interface Tasks {
  /** Runs a call, and watches it if it takes long. */
  watch(call: Call): Promise<unknown>;
  /** Oldest first. */
  running(): readonly Task[];
}

/** Watches the tasks. `now`: ms since 1970. */
export function watchTasks(
  now: () => number,
  on: { changed(): void; ended(task: Task, ending: Ending): void },
): Tasks {
  const running = new Map<number, Task>();
  let lastId = 0;
  const set = (task: Task) => {
    running.set(task.id, task);
    on.changed();
  };
  const end = (id: number, ending: Ending) => {
    const task = running.get(id);
    if (!task) return;
    running.delete(id);
    on.changed();
    on.ended(task, ending);
  };
  return {
    running: () => [...running.values()],
    async watch({ path, input, signal, next }) {
      lastId += 1;
      const id = lastId;
      const task = taskOf(path, input, { id, now: now() });
      if (task === null) return next();
      set(task);
      const failed = () => end(id, signal?.aborted ? 'cancelled' : 'failed');
      try {
        const stream = (await next()) as AsyncIterator<Parameters<typeof afterEvent>[1], TaskResult>;
        return watched(stream, {
          event: (event) => set(afterEvent(running.get(id) ?? task, event)),
          done: (result) => end(id, endingOf(result)),
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

/** The same stream, whose reader's every step is told. */
function watched<Event, Result>(
  stream: AsyncIterator<Event, Result>,
  tell: { event(event: Event): void; done(result: Result): void; failed(): void; left(): void },
): AsyncIterableIterator<Event, Result | undefined> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const step = await stream.next();
        if (step.done) tell.done(step.value);
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
