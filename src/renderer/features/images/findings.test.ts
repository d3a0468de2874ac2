import { expect, test } from 'vitest';
import type { ImageSecret, WastedFile } from '#contract/image-contents';
import { findingsOf, isRoot } from './findings.ts';

test.each([
  ['', true],
  ['root', true],
  ['0', true],
  ['0:0', true],
  ['root:65532', true],
  ['65532', false],
  ['nonroot:0', false],
  ['10', false],
])('USER %j is root: %s', (user, expected) => {
  expect(isRoot(user)).toBe(expected);
});

const config = {
  user: '65532',
  workingDir: '',
  entrypoint: [],
  cmd: [],
  env: [],
  labels: {},
  exposedPorts: [],
};

function wasted(...sizes: number[]): { bytes: number; count: number; files: WastedFile[] } {
  const files = sizes.map(
    (bytes, index): WastedFile => ({
      path: `f${index}`,
      bytes,
      layer: 0,
      hiddenBy: 1,
      how: 'removed',
      again: null,
    }),
  );
  return { bytes: sizes.reduce((sum, bytes) => sum + bytes, 0), count: sizes.length, files };
}

test('secrets come first, then the largest waste, then the user; the rest of the waste is summed up', () => {
  const secret: ImageSecret = {
    kind: 'private-key',
    path: 'root/.ssh/id_rsa',
    name: null,
    layer: 1,
    step: 'COPY id_rsa /root/.ssh/',
    hidden: true,
  };
  const waste = wasted(5, 200_000, 9_000_000, 300_000, 400_000);
  const { findings, rest } = findingsOf({ secrets: [secret], config: { ...config, user: '' }, waste });
  const words = findings.map((each) => (each.kind === 'waste' ? each.file.bytes : each.kind));
  expect(words).toEqual(['secret', 9_000_000, 400_000, 300_000, 'root']);
  expect(rest).toEqual({ files: 2, bytes: 200_005 });
});

test('nothing to mend', () => {
  expect(findingsOf({ secrets: [], config, waste: wasted(99_999) })).toEqual({
    findings: [],
    rest: { files: 1, bytes: 99_999 },
  });
});
