import { expect, test } from 'vitest';
import { MinimumRate } from './minimum-rate.ts';

function after(...pieces: [bytes: number, waitedMs: number][]): boolean {
  const rate = new MinimumRate();
  for (const [bytes, waitedMs] of pieces) rate.add(bytes, waitedMs);
  return rate.isTooLow;
}

test.each<[string, boolean, [number, number][]]>([
  ['nothing yet', false, []],
  ['a byte every half second, for less than a minute', false, Array.from({ length: 119 }, () => [1, 500])],
  ['a byte every half second', true, Array.from({ length: 120 }, () => [1, 500])],
  ['5 KiB every second', false, Array.from({ length: 600 }, () => [5 * 1024, 1000])],
  ['3 KiB every second', true, Array.from({ length: 60 }, () => [3 * 1024, 1000])],
  [
    'a long pause, then much at once',
    false,
    [
      [0, 59_000],
      [1_000_000, 1000],
    ],
  ],
  [
    'three attempts that bring nothing',
    true,
    [
      [0, 20_000],
      [0, 20_000],
      [0, 20_000],
    ],
  ],
  [
    'a clock that is set back',
    false,
    [
      [1, 500],
      [1, -3_600_000],
      [1, 500],
    ],
  ],
])('%s', (_, tooLow, pieces) => {
  expect(after(...pieces)).toBe(tooLow);
});
