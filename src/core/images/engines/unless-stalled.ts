import { failure } from '#contract/failure';
import type { System } from '#core/system';

/**
 * ms until the first byte. Docker's classic stores write the whole image to a disk before they send it: some seconds for 1 GB, and
 * minutes for the largest ones on slow disks.
 */
export const beginTimeoutMs = 15 * 60_000;
/** ms of a pause in the middle. */
export const pauseTimeoutMs = 60_000;

/**
 * What `open` sends, as it arrives. `open` gets a signal that ends it when nothing arrives for too long, or with `signal`. Time that
 * the reader takes does not count. Failures: cancelled, engine.sends-nothing, engine.stopped-sending, and those of `open`. `engine`: its
 * address, secrets masked.
 */
export async function* unlessStalled(
  { after }: Pick<System, 'after'>,
  engine: string,
  open: (signal: AbortSignal) => Promise<AsyncIterable<Buffer>>,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void> {
  const stalled = new AbortController();
  const both = AbortSignal.any([signal, stalled.signal]);
  let hasBegun = false;
  const wait = () => after(hasBegun ? pauseTimeoutMs : beginTimeoutMs, () => stalled.abort());
  let stopWaiting = wait();
  try {
    for await (const chunk of await open(both)) {
      stopWaiting();
      hasBegun = true;
      yield chunk;
      stopWaiting = wait();
    }
  } catch (error) {
    // Whatever ends a stream that stalled fails in its own words.
    if (!stalled.signal.aborted || signal.aborted) throw error;
    if (hasBegun) throw failure('engine.stopped-sending', { engine }, error);
    throw failure('engine.sends-nothing', { engine, minutes: beginTimeoutMs / 60_000 }, error);
  } finally {
    stopWaiting();
  }
}
