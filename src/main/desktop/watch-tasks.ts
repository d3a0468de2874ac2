import type { Ending, Task } from '#contract/tasks/task';

/** What runs in this host. */
export interface Tasks {
  /** The host says something about a task. `ending`: null: it goes on. */
  saw(said: { task: Task; ending: Ending | null }): void;
  /** Oldest first. */
  running(): readonly Task[];
}

/** Watches the tasks. One that had ended before it was first seen is not told. */
export function watchTasks(on: { changed(): void; ended(task: Task, ending: Ending): void }): Tasks {
  const running = new Map<string, Task>();
  return {
    running: () => [...running.values()],
    saw({ task, ending }) {
      if (ending === null) {
        running.set(task.id, task);
        on.changed();
      } else if (running.delete(task.id)) {
        on.changed();
        on.ended(task, ending);
      }
    },
  };
}
