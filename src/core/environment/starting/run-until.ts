import { isFailure } from '#contract/failure';
import type { System } from '#core/system';

/** ms that a shell gets to end by itself after its answer. What still runs then was started by a profile. */
const endingMs = 100;

/**
 * Runs a command to its end, or until shortly after it has printed `mark`. Failures: as `System.stream`, cancelled.
 */
export async function runUntil(
  system: System,
  command: Parameters<System['stream']>[0],
  mark: string,
  signal: AbortSignal | undefined,
): Promise<null> {
  const ending = new AbortController();
  const signals = signal ? [signal, ending.signal] : [ending.signal];
  let stopWaiting: (() => void) | undefined;
  let seen = '';
  try {
    for await (const { stream, text } of system.stream({ ...command, signal: AbortSignal.any(signals) })) {
      if (stream === 'stderr') continue;
      const isDone = (seen + text).includes(mark);
      seen = (seen + text).slice(-mark.length);
      if (isDone) stopWaiting = system.after(endingMs, () => ending.abort());
    }
  } catch (error) {
    if (!isFailure(error, 'cancelled') || !ending.signal.aborted || signal?.aborted) throw error;
  } finally {
    stopWaiting?.();
  }
  return null;
}
