import { expect, it } from 'vitest';
import { typesMoved } from './types-moved.ts';

it.each([
  ['go1.26.7', 'go1.27.0', true],
  ['go1.27rc1', 'go1.24.9', true],
  ['go1.24.9', 'go1.26.7', false],
  ['go1.27.0', 'go1.28.1', false],
  ['devel go1.28-0123abc', 'go1.26.1', false],
  [null, 'go1.27.0', false],
])('%s and %s: %s', (a, b, moved) => {
  expect(typesMoved(a, b)).toBe(moved);
});
