import { expect, it } from 'vitest';
import { exampleImage, exampleSeries } from '#component-tests/example-builds.ts';
import type { BuildSeries } from '#contract/build-list';
import { firstToDraw } from './first-to-draw.ts';

const image = (series: number, count: number): BuildSeries => ({ series, latest: exampleImage(), count });

it.each([
  ['the most recent one with several builds', [exampleSeries(3, {}, 1), exampleSeries(2)], 2],
  ['else the most recent one', [exampleSeries(3, {}, 1), exampleSeries(2, {}, 1)], 3],
  ['that of a program before an image that was recorded later', [image(3, 9), exampleSeries(2)], 2],
  ['that of a program even if it has one build', [image(3, 9), exampleSeries(2, {}, 1)], 2],
  ['that of an image if there are only images', [image(3, 1), image(2, 4)], 2],
  ['none of none', [], undefined],
])('draws %s', (_, all, series) => {
  expect(firstToDraw(all)?.series).toBe(series);
});
