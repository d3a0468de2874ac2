import { expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

it.each([
  ['', '', 0],
  ['gopls', 'gopls', 0],
  ['gopl', 'gopls', 1],
  ['', 'go', 2],
  ['dvl', 'dlv', 2],
  ['kitten', 'sitting', 3],
])('from %j to %j it is %i', (a, b, letters) => {
  expect(editDistance(a, b)).toBe(letters);
  expect(editDistance(b, a)).toBe(letters);
});
