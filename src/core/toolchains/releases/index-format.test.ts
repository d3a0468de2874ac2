import { expect, it } from 'vitest';
import { parseIndex } from './index-format.ts';

const sha256 = 'a'.repeat(64);
const file = (more: object = {}) => ({
  filename: 'go1.26.1.linux-amd64.tar.gz',
  os: 'linux',
  arch: 'amd64',
  version: 'go1.26.1',
  sha256,
  size: 123,
  kind: 'archive',
  ...more,
});
const read = (...files: object[]) =>
  parseIndex(JSON.stringify([{ version: 'go1.26.1', stable: true, files }]))[0]?.files;

it("uses Go's names for processors, and null for an unknown size", () => {
  expect(read(file({ arch: 'armv6l', size: 0 }))).toEqual([
    {
      filename: 'go1.26.1.linux-amd64.tar.gz',
      os: 'linux',
      arch: 'arm',
      kind: 'archive',
      sha256,
      bytes: null,
    },
  ]);
});

it.each([
  ['a name that leaves its folder', { filename: '../go.tar.gz' }],
  ['a name that is a URL', { filename: 'https://x.test/go.tar.gz' }],
  ['no checksum', { sha256: '' }],
  ['half a checksum', { sha256: 'abc' }],
  ['an unknown kind', { kind: 'hologram' }],
])('leaves out a file with %s', (_, change) => expect(read(file(change))).toEqual([]));

it('puts the newest first and leaves out versions it cannot read', () => {
  const versions = ['go1.9', 'go1.26.1', 'go2.x', 'go1.26rc1', '../go1.1', 'go1.20.0'];
  const text = JSON.stringify(versions.map((version) => ({ version, stable: true, files: [] })));
  expect(parseIndex(text).map(({ version }) => version)).toEqual(['go1.26.1', 'go1.26rc1', 'go1.9']);
});

it.each(['<html></html>', '{}', '[{"version":1}]', ''])('throws at %j', (text) => {
  expect(() => parseIndex(text)).toThrow();
});
