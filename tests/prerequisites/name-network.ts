import { afterEach } from 'vitest';
import { takeUnreachable } from '#testing/unreachable';

declare module 'vitest' {
  interface TaskMeta {
    /** What the test could not reach; see `noteUnreachable`. */
    unreachable?: string[];
  }
}

// Runs around every integration test, and tells the reporter what the network refused.
afterEach(({ task }) => {
  task.meta.unreachable = takeUnreachable();
});
