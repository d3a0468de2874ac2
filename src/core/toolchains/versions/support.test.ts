import { expect, it } from 'vitest';
import { endOfLife, minorReleased, supportedMinors } from './support.ts';

const supported = supportedMinors(['go1.28rc1', 'go1.27.0', 'go1.26.7', 'go1.25.12', 'go1.22.5']);

it('supports the two newest released minor versions', () => {
  expect([...supported]).toEqual(['go1.27', 'go1.26']);
});

it.each([
  ['go1.22.5', '2025-02-11'],
  ['go1.25.12', '2026-08-19'],
  ['go1.21rc2', '2024-08-13'],
  ['go1.4', '2016-02-17'],
  ['go1', '2013-12-01'],
  ['go1.27.0', null],
  ['go1.26.1', null],
])('%s: %s', (version, day) => {
  expect(endOfLife(version, supported)).toBe(day);
});

it('has no day for versions that ended after the table was written', () => {
  expect(endOfLife('go1.30.0', supportedMinors(['go1.41.0', 'go1.40.0']))).toBeNull();
});

it.each([
  ['go1.26.1', '2026-02-10'],
  ['go1.26rc1', '2026-02-10'],
  ['go1', '2012-03-28'],
  ['go1.99.0', null],
])('the minor version of %s was released on %s', (version, day) => {
  expect(minorReleased(version)).toBe(day);
});
