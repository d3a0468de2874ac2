import { expect, it } from 'vitest';
import { buildRanges } from './build-ranges.ts';

it.each([
  [[], []],
  [['b4'], ['b4']],
  [['b4', 'b5'], ['b4–b5']],
  [
    ['b1', 'b3', 'b4', 'b5', 'b9'],
    ['b1', 'b3–b5', 'b9'],
  ],
])('%j is %j', (ids, ranges) => {
  expect(buildRanges(ids)).toEqual(ranges);
});
