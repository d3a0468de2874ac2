import { expect, it } from 'vitest';
import { meant } from './named.ts';

const installed = ['go1.22.5', 'go1.22.3', 'go1.22rc1', 'go1.20.5', 'go1.20', 'go1.2'].map((version) => ({
  version,
  os: 'linux',
  arch: 'amd64',
  path: `/t/${version}`,
}));

it.each([
  [undefined, 6],
  ['1.22', 3],
  ['go1.22.5', 1],
  ['1.20', 1],
  ['1.2', 1],
  ['1.20.5', 1],
])('%s means %d', (version, count) => {
  expect(meant(installed, { version })).toHaveLength(count);
});

it.each([
  ['1.21', 'toolchain.not-installed'],
  ['1.22.4', 'toolchain.not-installed'],
  ['1', 'toolchain.not-installed'],
  ['latest', 'version.unreadable'],
])('%s is refused: %s', (version, code) => {
  expect(() => meant(installed, { version })).toThrow(expect.objectContaining({ code }));
});
