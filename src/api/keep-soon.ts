import { isFailure } from '#contract/failure';
import type { System } from '#core/system';
import type { ApiContext } from './context.ts';
import { logBug } from './log.ts';

/** ms after the start: when the first page has long been there, and nobody waits for the processor. */
const delayMs = 30_000;

/**
 * Keeps a snapshot of the machine some time after a long-running host has started, if something has changed since the
 * last one. Never fails. Returns what cancels it, for the end of the host; that resolves when it has stopped.
 */
export function keepSoon({ system, history }: Pick<ApiContext, 'system' | 'history'>): () => Promise<void> {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const cancel = system.after(delayMs, () => {
    running = keep(system, history, stopping.signal);
  });
  return async () => {
    cancel();
    stopping.abort();
    await running;
  };
}

async function keep(system: System, history: ApiContext['history'], signal: AbortSignal): Promise<void> {
  try {
    const { keepSnapshot } = await import('#core/environment');
    await keepSnapshot(system, await history(), signal);
  } catch (error) {
    // Whoever opens the page is told the same.
    if (!isFailure(error)) await logBug(system, 'keepSoon', error);
  }
}
