import '#contract/image-contents-failures';
import { failure } from '#contract/failure';
import { expect, it } from 'vitest';
import { beginTimeoutMs, pauseTimeoutMs, unlessStalled } from './unless-stalled.ts';

/** A clock that stands until `pass` moves it. */
function standingClock() {
  let now = 0;
  const due = new Set<{ at: number; work: () => void }>();
  return {
    after: (ms: number, work: () => void) => {
      const timer = { at: now + ms, work };
      due.add(timer);
      return () => void due.delete(timer);
    },
    pass: (ms: number) => {
      now += ms;
      for (const timer of due) {
        if (timer.at > now) continue;
        due.delete(timer);
        timer.work();
      }
    },
    waiting: () => due.size,
  };
}

/** An engine that sends these chunks, and then nothing until it is aborted. `whole`: it ends instead. */
const engine = (chunks: readonly string[], { whole = false } = {}) =>
  async function open(signal: AbortSignal): Promise<AsyncIterable<Buffer>> {
    const stall = () =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(failure('cancelled', {})));
      });
    if (chunks.length === 0) await stall();
    return (async function* send() {
      for (const chunk of chunks) yield Buffer.from(chunk);
      if (!whole) await stall();
    })();
  };

function reading(chunks: readonly string[], options: { whole?: boolean } = {}) {
  const clock = standingClock();
  const cancel = new AbortController();
  const stream = unlessStalled(clock, 'unix:///e.sock', engine(chunks, options), cancel.signal);
  const next = async () => String((await stream.next()).value ?? 'end');
  return { clock, cancel, next };
}

it('fails when nothing came for minutes, and not before', async () => {
  const { clock, next } = reading([]);
  const first = next();
  clock.pass(beginTimeoutMs - 1);
  expect(clock.waiting()).toBe(1);
  clock.pass(1);
  await expect(first).rejects.toMatchObject({ code: 'engine.sends-nothing', params: { minutes: 15 } });
  expect(clock.waiting()).toBe(0);
});

it('fails when the stream stops in the middle', async () => {
  const { clock, next } = reading(['a', 'b']);
  expect(await next()).toBe('a');
  // The reader takes its time.
  clock.pass(beginTimeoutMs);
  expect(await next()).toBe('b');
  const third = next();
  clock.pass(pauseTimeoutMs);
  await expect(third).rejects.toMatchObject({ code: 'engine.stopped-sending' });
});

it('leaves no timer behind', async () => {
  const { clock, next } = reading(['a'], { whole: true });
  expect([await next(), await next()]).toEqual(['a', 'end']);
  expect(clock.waiting()).toBe(0);
});

it.each([[[]], [['a']]])('is cancelled, after %j', async (chunks) => {
  const { clock, cancel, next } = reading(chunks);
  for (const chunk of chunks) expect(await next()).toBe(chunk);
  const last = next();
  cancel.abort();
  await expect(last).rejects.toMatchObject({ code: 'cancelled' });
  expect(clock.waiting()).toBe(0);
});
