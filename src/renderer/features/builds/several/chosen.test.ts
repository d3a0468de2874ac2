import { expect, it } from 'vitest';
import { maxBuilds, readChosen, writeChosen } from './chosen.ts';

it('writes ids by age, and reads them again', () => {
  expect(writeChosen(['b12', 'b3', 'b7'])).toBe('b3,b7,b12');
  expect(readChosen('b3,b7,b12')).toEqual(['b3', 'b7', 'b12']);
});

it.each([
  ['', []],
  [' b1, b1 ,,b2 ', ['b1', 'b2']],
  [
    Array.from({ length: 20 }, (_, index) => `b${index}`).join(),
    Array.from({ length: maxBuilds }, (_, n) => `b${n}`),
  ],
])('reads %j', (text, ids) => {
  expect(readChosen(text)).toEqual(ids);
});
