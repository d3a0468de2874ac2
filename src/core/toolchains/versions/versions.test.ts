import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, isLanguageVersion, isPrerelease, minorOf, parseVersion } from './versions.ts';

describe('parseVersion', () => {
  it.each([
    ['1.22.5', 'go1.22.5'],
    ['go1.22.5', 'go1.22.5'],
    ['v1.22.5', 'go1.22.5'],
    [' go1.22.5\r\n', 'go1.22.5'],
    ['1.22', 'go1.22'],
    ['1.21.0', 'go1.21.0'],
    ['1.20.0', 'go1.20'],
    ['1.20', 'go1.20'],
    ['1.0', 'go1'],
    ['1', 'go1'],
    ['1.0.3', 'go1.0.3'],
    ['2', 'go2'],
    ['1.27rc1', 'go1.27rc1'],
    ['1.19beta1', 'go1.19beta1'],
    ['1.27rc', 'go1.27rc'],
    ['go1.22.12-custom', 'go1.22.12-custom'],
    ['go1.22.12-a-b.c+d_e', 'go1.22.12-a-b.c+d_e'],
    ['1.99999999999999999999.1', 'go1.99999999999999999999.1'],
  ])('reads %j as %s', (text, word) => expect(parseVersion(text)).toBe(word));

  it.each([
    '',
    'go',
    'latest',
    'gov1.22',
    'go go1.22',
    '01.2',
    '1.02',
    '1.22.05',
    '1.',
    '1.22.',
    '1.22.5.1',
    '1.22.5rc1',
    '1.22RC1',
    '1.22rc01',
    '1.22rc1x',
    '1.22 5',
    '1.22.5-',
    '1.22.5-../../x',
    '1.22.5-a/b',
    '1.22.5-a\\b',
    '１.22',
  ])('refuses %j', (text) => expect(parseVersion(text)).toBeNull());
});

it('orders language versions, pre-releases and releases as Go does', () => {
  const ordered = [
    'rubbish',
    'go1',
    'go1.2',
    'go1.2.2',
    'go1.9rc2',
    'go1.9',
    'go1.20rc1',
    'go1.20',
    'go1.20.1',
    'go1.21',
    'go1.21beta1',
    'go1.21rc1',
    'go1.21rc2',
    'go1.21rc10',
    'go1.21.0',
    'go1.21.9',
    'go1.21.10',
    'go1.100',
    'go2',
  ];
  for (const [i, a] of ordered.entries()) {
    for (const [j, b] of ordered.entries()) {
      expect(Math.sign(compareVersions(a, b)), `${a} and ${b}`).toBe(Math.sign(i - j));
    }
  }
});

it('writes equal versions alike, and only those', () => {
  const part = fc.integer({ min: 0, max: 25 });
  const version = fc
    .tuple(part, fc.option(part), fc.option(part), fc.option(fc.constantFrom('rc1', 'rc2', 'beta1')))
    .map(([a, b, c, kind]) => {
      if (b === null) return `${a}`;
      return `${a}.${b}${kind ?? (c === null ? '' : `.${c}`)}`;
    });
  fc.assert(
    fc.property(version, version, (a, b) => {
      expect(parseVersion(a) === parseVersion(b)).toBe(compareVersions(a, b) === 0);
      expect(compareVersions(a, parseVersion(a) ?? '')).toBe(0);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['go1.26.1', 'go1.26', false, false],
  ['go1.26rc1', 'go1.26', true, false],
  ['go1.26', 'go1.26', false, true],
  ['go1.20', 'go1.20', false, false],
  ['go1.2', 'go1.2', false, false],
  ['go1', 'go1', false, false],
  ['go1.22.12-custom', 'go1.22', false, false],
  ['rubbish', '', false, false],
])('%s: minor %j, pre-release %s, language %s', (version, minor, prerelease, language) => {
  expect([minorOf(version), isPrerelease(version), isLanguageVersion(version)]).toEqual([
    minor,
    prerelease,
    language,
  ]);
});
