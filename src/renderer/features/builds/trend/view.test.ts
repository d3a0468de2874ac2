import { expect, it } from 'vitest';
import { examplePoint } from '#component-tests/example-points.ts';
import { nearest, valuesOf, visible } from './view.ts';

const points = [0, 5, 9, 20].map((position) => examplePoint(position));

it('knows the points of a range', () => {
  const view = { points, total: 21, measure: 'size' as const };
  expect(visible({ ...view, range: { from: 5, to: 10 } }).map(({ position }) => position)).toEqual([5, 9]);
  expect(visible({ ...view, range: null })).toHaveLength(4);
});

it.each([
  [-3, 0],
  [7, 1],
  [8, 2],
  [100, 3],
])('finds the point nearest to %i', (position, index) => {
  expect(nearest(points, position)).toBe(index);
  expect(nearest([], position)).toBe(-1);
});

it('knows sizes, times and packages, or that they are not known', () => {
  const some = [examplePoint(0, { bytes: 7, durationMs: 8, packages: 9 }), examplePoint(1, { bytes: 7 })];
  expect(valuesOf(some, 'size')).toEqual([7, 7]);
  expect(valuesOf([...some, examplePoint(2, { durationMs: null })], 'time')).toEqual([8, 2001, null]);
  expect(valuesOf([examplePoint(2, { packages: null })], 'packages')).toEqual([null]);
});
