import { expect, test } from 'vitest';
import { hiddenByLayer } from './hidden-by-layer.ts';

test('what a layer hides is of the layers below it', () => {
  const file = { path: 'a', layer: 0, how: 'removed', again: null } as const;
  const wasted = [
    { ...file, bytes: 5, hiddenBy: 2 },
    { ...file, bytes: 3, hiddenBy: 2 },
    { ...file, bytes: 1, hiddenBy: 1 },
  ];
  expect(hiddenByLayer(wasted, 4)).toEqual([0, 1, 8, 0]);
});
