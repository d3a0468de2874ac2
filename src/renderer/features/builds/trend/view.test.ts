import { expect, it } from 'vitest';
import { examplePoint } from '#component-tests/example-points.ts';
import { hasValues, nearest, valuesOf, visible } from './view.ts';

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

it('has something to draw if one visible value is known', () => {
  const some = [examplePoint(0, { packages: 9 }), examplePoint(1, { packages: null })];
  const view = { points: some, total: 2, measure: 'packages' as const };
  expect(hasValues({ ...view, range: null })).toBe(true);
  expect(hasValues({ ...view, range: { from: 1, to: 1 } })).toBe(false);
  expect(hasValues({ ...view, points: [], range: null })).toBe(false);
});
