import { expect, it } from 'vitest';
import { moved, within, wholeOf, zoomed } from './range.ts';

it.each([
  ['one that fits stays', { from: 20, to: 40 }, 100, { from: 20, to: 40 }],
  ['a small one is widened', { from: 50, to: 51 }, 100, { from: 50, to: 54 }],
  ['one before the first build is moved', { from: -10, to: 10 }, 100, { from: 0, to: 20 }],
  ['one after the last build is moved', { from: 90, to: 120 }, 100, { from: 69, to: 99 }],
  ['a large one is all', { from: -5, to: 200 }, 100, null],
  ['all is all', { from: 0, to: 99 }, 100, null],
  ['a short series is shown whole', { from: 1, to: 2 }, 4, null],
  ['none of an empty series', { from: 1, to: 2 }, 0, null],
])('%s', (_, range, total, expected) => {
  expect(within(range, total)).toEqual(expected);
});

it('zooms about a build, which stays where it is', () => {
  const half = zoomed(wholeOf(1001), 1001, 0.5, 250);
  expect(half).toEqual({ from: 125, to: 625 });
  expect(zoomed(half ?? wholeOf(0), 1001, 0.5, 250)).toEqual({ from: 188, to: 438 });
  expect(zoomed(half ?? wholeOf(0), 1001, 2, 250)).toBeNull();
  expect(zoomed({ from: 0, to: 10 }, 1001, 2, 0)).toEqual({ from: 0, to: 20 });
});

it('moves to a build, as far as there are builds', () => {
  expect(moved({ from: 0, to: 20 }, 100, 50)).toEqual({ from: 40, to: 60 });
  expect(moved({ from: 10, to: 30 }, 100, 2)).toEqual({ from: 0, to: 20 });
  expect(moved({ from: 10, to: 30 }, 100, 99)).toEqual({ from: 79, to: 99 });
});
