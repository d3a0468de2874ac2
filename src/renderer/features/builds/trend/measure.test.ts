import { expect, it } from 'vitest';
import { examplePoint } from '#component-tests/example-points.ts';
import { measureFor, partChanges, valueOf } from './measure.ts';

const image = {
  ref: 'shop:2',
  layers: 3,
  layerChanges: 1,
  readFileBytes: 2000,
  readCompressedBytes: null,
};

it('draws of an image what was told and what was read, and never one for the other', () => {
  const point = examplePoint(0, { bytes: 900, image });
  expect([valueOf(point, 'size'), valueOf(point, 'files'), valueOf(point, 'compressed')]).toEqual([
    900,
    2000,
    null,
  ]);
  expect(valueOf(examplePoint(0), 'files')).toBeNull();
});

it.each([
  ['image', 'files', 'files'],
  ['image', 'packages', 'size'],
  ['program', 'compressed', 'size'],
  ['program', 'time', 'time'],
] as const)('of a series of a %s that is to show %s, draws %s', (kind, wanted, drawn) => {
  expect(measureFor(kind, wanted)).toBe(drawn);
});

it('marks changes of modules, and of an image those of layers', () => {
  expect(partChanges(examplePoint(0, { moduleChanges: 4 }))).toBe(4);
  expect(partChanges(examplePoint(0, { moduleChanges: 4, image }))).toBe(1);
});
