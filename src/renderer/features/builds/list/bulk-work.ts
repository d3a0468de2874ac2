import type { ManyProgress } from '#contract/listed-builds';
import { drain } from '#contract/streams';
import { createStore } from '#shared/store.ts';

/** A change of many builds that goes on, and can be cancelled. It outlives the page that started it. */
export interface BulkWork {
  doing: 'forget' | 'restore';
  done: number;
  total: number;
  cancel: () => void;
}

const store = createStore<BulkWork | null>(null);

/** Hook: the change that goes on; null: none that takes long. */
export const useBulkWork = (): BulkWork | null => store.use();

/**
 * Follows a change of many builds to its end and returns its result; null: it was cancelled, and what is done stays. Failures:
 * those of the change.
 */
export async function followWork<Event extends ManyProgress, Result extends { cancelled: boolean }>(
  doing: BulkWork['doing'],
  start: (signal: AbortSignal) => PromiseLike<AsyncIterator<Event, Result>>,
  onEvent: (event: Event) => void = () => {},
): Promise<Result | null> {
  const controller = new AbortController();
  const cancel = () => controller.abort();
  try {
    const result = await drain(start(controller.signal), (event) => {
      onEvent(event);
      controller.signal.throwIfAborted();
      store.set(() => ({ doing, done: event.done, total: event.total, cancel }));
    });
    return result.cancelled ? null : result;
  } catch (error) {
    if (controller.signal.aborted) return null;
    throw error;
  } finally {
    store.set(() => null);
  }
}
