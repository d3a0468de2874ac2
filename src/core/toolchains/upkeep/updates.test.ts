import { expect, it } from 'vitest';
import { updateOf } from './updates.ts';

it.each([
  ['go1.26.1', ['go1.26.1'], ['go1.26.3', 'go1.26.2', 'go1.26.1'], 'go1.26.3'],
  ['go1.26.1', ['go1.26.1'], ['go1.27.0', 'go1.26.1'], null],
  ['go1.26.1', ['go1.26.2', 'go1.26.1'], ['go1.26.3'], null],
  ['go1.26.2', ['go1.26.2', 'go1.26.1'], ['go1.26.3'], 'go1.26.3'],
  ['go1.27rc1', ['go1.27rc1'], ['go1.27rc2'], 'go1.27rc2'],
  ['go1.27rc1', ['go1.27rc1'], ['go1.27rc2', 'go1.27.0'], 'go1.27.0'],
  ['go1.26.3', ['go1.26.3'], ['go1.26.2'], null],
  ['go1.20', ['go1.20'], ['go1.20.14', 'go1.2.2'], 'go1.20.14'],
  ['go1.2', ['go1.2'], ['go1.20.14'], null],
])('for %s beside %j, of %j, is %s', (version, installed, released, update) => {
  expect(updateOf(version, installed, released)).toBe(update);
});
