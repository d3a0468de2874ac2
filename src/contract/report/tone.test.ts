import { expect, it } from 'vitest';
import { toneOf } from './tone.ts';

it.each([
  ['new', 100, null, 'grow', 0.48],
  ['much larger', 300, 100, 'grow', 0.48],
  ['larger by a fifth', 125, 100, 'grow', 0.36],
  ['a little larger', 1010, 1000, 'grow', 0.12],
  ['hardly larger', 1001, 1000, 'line-2', 1],
  ['smaller by a twentieth', 95, 100, 'shrink', 0.24],
  ['the same', 100, 100, 'line-2', 1],
  ['not known', 100, undefined, 'line-2', 1],
] as const)('%s', (_, bytes, before, colour, strength) => {
  expect(toneOf({ bytes, before })).toEqual({ colour, strength });
});
