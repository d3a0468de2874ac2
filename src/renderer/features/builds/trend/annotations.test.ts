import { describe, expect, it } from 'vitest';
import { goSpans, largestStep, valueRange } from './annotations.ts';
import { examplePoint } from '#component-tests/example-points.ts';

const spans = (points: [position: number, goVersion: string | null][]) =>
  goSpans(points.map(([position, goVersion]) => examplePoint(position, { goVersion })));

it('finds the runs of builds with the same Go', () => {
  const found = spans([
    [0, 'go1.24.9'],
    [1, 'go1.24.9'],
    [2, 'go1.26.1'],
    [3, null],
    [4, 'go1.26.1'],
  ]);
  expect(found).toEqual([
    { goVersion: 'go1.24.9', from: -0.5, to: 1.5 },
    { goVersion: 'go1.26.1', from: 1.5, to: 2.5 },
    { goVersion: 'go1.26.1', from: 3.5, to: 4.5 },
  ]);
});

it('joins runs halfway between the builds that are drawn', () => {
  const found = spans([
    [0, 'go1.24.9'],
    [100, 'go1.24.9'],
    [200, 'go1.26.1'],
  ]);
  expect(found).toEqual([
    { goVersion: 'go1.24.9', from: -0.5, to: 150 },
    { goVersion: 'go1.26.1', from: 150, to: 200.5 },
  ]);
});

describe('the range of the y axis', () => {
  it.each([[[100]], [[100, 100]], [[100, 101]], [[100, 200]], [[0]], [[100, null, 200]]])(
    'has room around %j',
    (values) => {
      const [low, high] = valueRange(values);
      const known = values.filter((value) => value !== null);
      expect(low).toBeLessThanOrEqual(Math.min(...known));
      expect(high).toBeGreaterThan(Math.max(...known));
      expect(low).toBeGreaterThanOrEqual(0);
    },
  );

  it('is something where no value is known', () => {
    expect(valueRange([null])).toEqual([0, 1]);
  });
});

it.each([
  ['nothing for one build', [100], null],
  ['nothing for two builds: there is no median step', [100, 200], null],
  ['nothing if all sizes are equal', [100, 100, 100], null],
  ['nothing if all steps are alike', [100, 110, 120, 130], null],
  ['nothing for noise', [100_000, 100_001, 100_000, 101_000], null],
  ['a growth', [100, 101, 150, 151], { at: 2, change: 49 }],
  ['a growth after values that are not known', [100, null, 101, 150, null, 151], { at: 3, change: 49 }],
  ['a shrinkage', [150, 151, 100, 101], { at: 2, change: -51 }],
  ['the larger of two', [100, 101, 120, 121, 160, 161], { at: 4, change: 39 }],
])('marks %s', (_, values, step) => {
  expect(largestStep(values)).toEqual(step);
});
