import { expect, it } from 'vitest';
import { asksGit, isBuildvcsOff } from './buildvcs.ts';

it.each([
  ['go1.17.13', false],
  ['go1.18', true],
  ['go1.18rc1', true],
  ['go1.26.1', true],
  ['go1.100.1', true],
  ['devel go1.28-abc', true],
  [null, true],
])('%s asks Git: %s', (version, expected) => {
  expect(asksGit(version)).toBe(expected);
});

it.each([
  [[], false],
  [['-buildvcs=false'], true],
  [['-buildvcs=0', '-v'], true],
  [['-buildvcs=F'], true],
  [['-buildvcs'], false],
  [['-buildvcs=auto'], false],
  [['-buildvcs=false', '-buildvcs=auto'], false],
  [['-buildvcs', '-buildvcs=false'], true],
  [['-buildvcsx=false', '-tags=-buildvcs=false'], false],
])('with %j it is off: %s', (flags, expected) => {
  expect(isBuildvcsOff(flags)).toBe(expected);
});
