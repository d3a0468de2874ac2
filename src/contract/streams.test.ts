import { describe, expect, it } from 'vitest';
import { drain, mapProgress } from './streams.ts';

/** Yields 1, 2 and 3 and returns `done`; `closed` says whether its `finally` has run. */
function counting() {
  const state = { closed: false, seen: 0 };
  async function* count(): AsyncGenerator<number, string> {
    try {
      for (const next of [1, 2, 3]) {
        state.seen = next;
        yield next;
        await Promise.resolve();
      }
      return 'done';
    } finally {
      state.closed = true;
    }
  }
  return { state, work: count() };
}

async function* failing(): AsyncGenerator<number, string> {
  yield 1;
  await Promise.resolve();
  throw new Error('broken');
}

describe('drain', () => {
  it('passes on every event and returns the result', async () => {
    const seen: number[] = [];
    expect(await drain(counting().work, (event) => seen.push(event))).toBe('done');
    expect(seen).toEqual([1, 2, 3]);
  });

  it('accepts the promise of a stream, and needs no listener', async () => {
    expect(await drain(Promise.resolve(counting().work))).toBe('done');
  });

  it('waits for its listener before it asks for more', async () => {
    const { state, work } = counting();
    const seen: number[] = [];
    await drain(work, async (event) => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(event);
      expect(state.seen).toBe(event);
    });
    expect(seen).toEqual([1, 2, 3]);
  });

  it('fails as the stream does', async () => {
    await expect(drain(failing())).rejects.toThrow('broken');
  });

  it('closes the stream when its listener throws', async () => {
    const { state, work } = counting();
    await expect(drain(work, () => Promise.reject(new Error('enough')))).rejects.toThrow('enough');
    expect(state).toEqual({ closed: true, seen: 1 });
  });
});

describe('mapProgress', () => {
  it('changes the events, leaves out what is null, and keeps the result', async () => {
    const seen: string[] = [];
    const odd = mapProgress(counting().work, async (event) => (event === 2 ? null : `event ${event}`));
    expect(await drain(odd, (event) => seen.push(event))).toBe('done');
    expect(seen).toEqual(['event 1', 'event 3']);
  });

  it('closes the work when it is closed itself', async () => {
    const { state, work } = counting();
    for await (const _ of mapProgress(work, (event) => event)) break;
    expect(state).toEqual({ closed: true, seen: 1 });
  });

  it('fails as the work does, and closes the work when `map` throws', async () => {
    await expect(drain(mapProgress(failing(), (event) => event))).rejects.toThrow('broken');
    const { state, work } = counting();
    const broken = mapProgress(work, () => {
      throw new Error('cannot map');
    });
    await expect(drain(broken)).rejects.toThrow('cannot map');
    expect(state.closed).toBe(true);
  });
});
