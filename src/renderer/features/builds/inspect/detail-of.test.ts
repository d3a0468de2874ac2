import { expect, test } from 'vitest';
import type { Inspection } from '#contract/binaries';
import { detailOf } from './detail-of.ts';

const program = {
  path: '/dist/server',
  bytes: 9_000_000,
  sha256: 'ab',
  goVersion: 'go1.26.1',
  target: 'linux/amd64',
  mainPackage: 'example.com/shop/cmd/server',
  mainModule: { path: 'example.com/shop', version: '(devel)' },
  settings: [
    { key: '-trimpath', value: 'true' },
    { key: 'CGO_ENABLED', value: '0' },
  ],
  runs: {
    cgo: false,
    vcs: { system: 'git', revision: '70fcb2e', time: '2026-11-01T00:00:00Z', modified: true },
  },
} as unknown as Inspection;

test('a program is shown as a build with what it says itself', () => {
  expect(detailOf(program)).toMatchObject({
    artifact: { path: '/dist/server', bytes: 9_000_000, sha256: 'ab' },
    flags: ['-trimpath=true'],
    vcs: { commit: '70fcb2e', dirty: true },
    mainModule: 'example.com/shop',
    cgo: false,
  });
});

test('without a stamp, it has no commit', () => {
  const runs = { ...program.runs, vcs: null };
  expect(detailOf({ ...program, runs, mainModule: null })).toMatchObject({ vcs: null, mainModule: null });
});
