import { expect, it } from 'vitest';
import { minorOf, withMinors } from './go-versions.ts';

it.each([
  ['go1.26.1', 'go1.26'],
  ['go1.20', 'go1.20'],
  ['go1.26.1 X:loopvar', 'go1.26'],
  ['go1.26rc1', null],
  ['go1.262.1234', null],
  ['devel go1.27-1', null],
  ['go1', null],
])('%s is of the minor version %s', (version, minor) => {
  expect(minorOf(version)).toBe(minor);
});

it('offers a minor version of which there are several releases', () => {
  expect(withMinors(['go1.26.1', 'go1.26.2', 'go1.26rc1', 'go1.25.3', 'go1.25.3', null])).toEqual([
    'go1.26.1',
    'go1.26',
    'go1.26.2',
    'go1.26',
    'go1.26rc1',
    'go1.25.3',
    'go1.25.3',
    null,
  ]);
  expect(withMinors(['go1.20', 'go1.20.1'])).toEqual(['go1.20', 'go1.20.1', 'go1.20']);
});
