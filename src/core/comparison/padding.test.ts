import { expect, it } from 'vitest';
import type { BuildDetail } from '#contract/build';
import { detailOf, programRecord } from '#testing/example-builds';
import { compareBuilds } from './compare-builds.ts';

interface Given {
  target?: string;
  code: number;
  /** Outside sections; what the linker owns of it. */
  outside: number;
  linker: number;
}

const owned = (path: string, bucket: 'code' | 'other', bytes: number) => ({
  path,
  functions: 1,
  codeBytes: 0,
  bytes,
  parts: [{ bucket, bytes, byReference: 0, byShare: 0 }],
  inlinedIn: null,
  inlinedOut: null,
});

function program({ target = 'linux/amd64', code, outside, linker }: Given): BuildDetail {
  return detailOf(
    'b1',
    programRecord({
      analysis: 4,
      target,
      goVersion: 'go1.26.1',
      mainModule: 'example.com/shop',
      modules: [],
      flags: [],
      vcs: null,
      sections: [{ name: '.text', bytes: code, memoryBytes: code }],
      buckets: [
        { name: 'code', bytes: code },
        { name: 'other', bytes: outside },
      ],
      packages: [owned('main', 'code', code), owned('(linker)', 'other', linker)],
      artifact: { path: '/x', bytes: code + outside, sha256: String(code) },
    }),
  );
}

it.each<[name: string, a: Given, b: Given, causes: [kind: string, bytes: number][]]>([
  [
    'a page more',
    { code: 5000, outside: 1000, linker: 900 },
    { code: 5100, outside: 4996, linker: 4896 },
    [
      ['padding', 3996],
      ['own-code', 100],
    ],
  ],
  [
    'less, because code fills what was left',
    { code: 5000, outside: 4000, linker: 4000 },
    { code: 8500, outside: 500, linker: 500 },
    [
      ['own-code', 3500],
      ['padding', -3500],
    ],
  ],
  [
    'something that follows the program, which the linker does not own',
    { code: 5000, outside: 1000, linker: 1000 },
    { code: 5000, outside: 9000, linker: 1000 },
    [['unowned', 8000]],
  ],
  [
    'a format that pads within sections',
    { target: 'windows/amd64', code: 5000, outside: 1000, linker: 1000 },
    { target: 'windows/amd64', code: 5000, outside: 1500, linker: 1500 },
    [['unowned', 500]],
  ],
])('%s', (_name, a, b, causes) => {
  const found = compareBuilds(program(a), program(b)).verdict?.causes ?? [];
  expect(found.map(({ kind, bytes }) => [kind, bytes])).toEqual(causes);
});
