import { client } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';
import { firstKeys, keysOf } from './keys-of.ts';

/** ms before asking again when the host could not watch. */
const retryMs = 1000;

/**
 * Reads again whatever changes on disk, until `signal` aborts. `project`: whose folder is watched; null: the home
 * folder. A lost connection is waited for.
 */
export async function followChanges(project: string | null, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const { topics } of await client.changes.watch({ project }, { signal })) {
        // The first event has none.
        const { quick, slow } = topics.length > 0 ? keysOf(topics) : { quick: firstKeys, slow: [] };
        void refresh(...quick).then(() => refresh(...slow));
      }
    } catch {
      await pause(retryMs, signal);
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((passed) => {
    const timer = setTimeout(passed, ms);
    const stop = () => {
      clearTimeout(timer);
      passed();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
