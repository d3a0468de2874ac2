import { expect, it } from 'vitest';
import { newMinor, updateOf, updatesFor } from './updates.ts';

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
])('for %s, with %j installed and %j released, is %s', (version, installed, released, update) => {
  expect(updateOf(version, installed, released)).toBe(update);
});

it.each([
  [['go1.26.1'], ['go1.28rc1', 'go1.27.3', 'go1.27.0', 'go1.26.7'], 'go1.27.3'],
  [['go1.26.1', 'go1.27.0'], ['go1.27.3', 'go1.26.7'], null],
  [['go1.26.1', 'go1.27rc1'], ['go1.27.0'], null],
  [['go1.27.0'], ['go1.26.7'], null],
  [['go1.9'], ['go1.10', 'go1.9.7'], 'go1.10'],
  [[], ['go1.27.0'], null],
  [['go1.26.1'], [], null],
])('with %j installed and %j released, the new minor version is %s', (installed, released, newest) => {
  expect(newMinor(installed, released)).toBe(newest);
});

const one = (version: string, update: string | null, more = {}) => ({
  version,
  update,
  supported: false,
  default: false,
  usedBy: [],
  ...more,
});
it('announces a newer patch of a supported or used version, once', () => {
  expect(
    updatesFor([
      one('go1.27.1', 'go1.27.3', { supported: true }),
      one('go1.27.1', 'go1.27.3', { supported: true }),
      one('go1.26.9', null, { supported: true }),
      one('go1.24.9', 'go1.24.13', { default: true }),
      one('go1.23.4', 'go1.23.12'),
      one('go1.23.1', null, { usedBy: ['/shop'] }),
      one('go1.22.5', 'go1.22.12'),
    ]),
  ).toEqual(['go1.27.3', 'go1.24.13', 'go1.23.12']);
});
