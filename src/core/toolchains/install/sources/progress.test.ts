import { expect, it } from 'vitest';
import { ProgressMeter } from './progress.ts';

it('reports the rate of the last second, and none before it is known', () => {
  let ms = 0;
  const meter = new ProgressMeter({ now: () => new Date(ms) });
  meter.version = 'go1.26.1';
  const rates = [meter.enter('downloading', 'https://a.test').bytesPerSecond];
  // 1 kB every 100 ms for 1 s, then 3 kB every 100 ms for 2 s.
  let bytes = 0;
  for (let step = 1; step <= 30; step++) {
    ms = step * 100;
    bytes += step <= 10 ? 1000 : 3000;
    rates.push(meter.step(bytes, 100_000).bytesPerSecond);
  }
  expect(rates.slice(0, 3)).toEqual([null, null, null]);
  expect(rates[10]).toBe(10_000);
  expect(rates[15]).toBe(20_000);
  expect(rates[30]).toBe(30_000);
  expect(meter.enter('unpacking')).toEqual({
    version: 'go1.26.1',
    phase: 'unpacking',
    bytes: 0,
    totalBytes: null,
    bytesPerSecond: null,
    source: 'https://a.test',
    building: null,
  });
});

it('ends the work when its reader stops', async () => {
  let cleared = false;
  async function* work() {
    try {
      yield { bytes: 1 };
      yield { bytes: 2 };
    } finally {
      cleared = true;
    }
    return 'done';
  }
  for await (const _ of new ProgressMeter({ now: () => new Date() }).watch(work())) break;
  expect(cleared).toBe(true);
});
