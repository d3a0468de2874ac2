import { describe, expect, it } from 'vitest';
import type { Bucket, OwnedPart, PackageSize } from '#contract/binaries';
import type { BuildDetail } from '#contract/build';
import { verdictSentence } from '#contract/words/verdict';
import { detailOf, programRecord } from '#testing/example-builds';
import { compareBuilds } from './compare-builds.ts';

const size = (path: string, parts: Partial<Record<OwnedPart['bucket'], number>>): PackageSize => {
  const listed = Object.entries(parts).map(([bucket, bytes]) => ({
    bucket: bucket as OwnedPart['bucket'],
    bytes,
    byReference: 0,
    byShare: 0,
  }));
  return {
    path,
    functions: 10,
    codeBytes: parts.code ?? 0,
    bytes: listed.reduce((sum, { bytes }) => sum + bytes, 0),
    parts: listed,
    inlinedIn: null,
    inlinedOut: null,
  };
};
const dependency = (path: string, version: string) => ({ path, version, sum: null, replacedBy: null });

/** A program whose buckets are those of its packages, and `more` that no package owns. */
function program(
  change: Partial<BuildDetail>,
  more: Partial<Record<Bucket['name'], number>> = {},
): BuildDetail {
  const packages = change.packages ?? [];
  const sums = new Map(Object.entries(more));
  for (const { bucket, bytes } of packages.flatMap(({ parts }) => parts))
    sums.set(bucket, (sums.get(bucket) ?? 0) + bytes);
  const buckets = [...sums].map(([name, bytes]) => ({ name: name as Bucket['name'], bytes }));
  const bytes = buckets.reduce((sum, each) => sum + each.bytes, 0);
  const record = programRecord({
    analysis: 3,
    mainModule: 'example.com/shop',
    vcs: { commit: 'a1', dirty: false, branch: null, tag: null },
    flags: [],
    modules: [],
    buckets,
    artifact: { path: '/x', bytes, sha256: String(Math.random()) },
    ...change,
  });
  return detailOf('b1', record);
}

const kube = (code: number) => size('example.com/shop/internal/kube', { code });
const assets = (data: number) => size('example.com/shop/web', { code: 5000, 'read-only-data': data });
const net = (code: number) => size('golang.org/x/net/html', { code });
const yaml = (path: string, code: number) => ({ ...size(path, { code }), functions: 400 });
const processor = (value: string) => [{ key: 'GOAMD64', value }];
const runtime = (code: number) => size('runtime', { code });

function judged(a: BuildDetail, b: BuildDetail) {
  const result = compareBuilds(a, b);
  const causes = (result.verdict?.causes ?? []).map(({ kind, name, bytes }) => [kind, name, bytes]);
  expect(causes.reduce((sum, [, , bytes]) => sum + Number(bytes), 0)).toBe(result.change.change);
  return { result, causes, sentence: verdictSentence(result, 'en') };
}

const other = { commit: 'b2', dirty: false, branch: null, tag: null };

describe('what a change is because of', () => {
  it('debug information that only one side has is of the flags, also where packages own it', () => {
    const a = program({ packages: [size('runtime', { code: 500_000 }), kube(100_000)], stripped: true });
    const b = program({
      packages: [
        size('runtime', { code: 500_000, 'debug-info': 300_000, symbols: 40_000 }),
        size('example.com/shop/internal/kube', { code: 100_000, 'debug-info': 60_000, symbols: 9000 }),
      ],
      stripped: false,
    });
    const { result, causes, sentence } = judged(a, b);
    expect(causes).toEqual([['flags', null, 409_000]]);
    expect(sentence).toBe('+409 kB (+68.2 %): debug information was kept; your code is unchanged');
    expect(result.packages).toEqual([]);
  });

  it.each([
    [
      'go1.26.1',
      'go1.26.7',
      10_000,
      'all from the standard library, where net/http is new',
      'standard-library',
    ],
    ['go1.26.1', 'go1.26.7', 300_000, 'all from the standard library', 'standard-library'],
    ['go1.25.4', 'go1.26.7', 300_000, 'Go 1.25.4 → 1.26.7', 'go'],
    [
      'go1.25.4',
      'go1.26.7',
      10_000,
      'all from the standard library, where net/http is new',
      'standard-library',
    ],
  ])('the standard library from %s to %s, of which %i bytes were there', (from, to, before, why, kind) => {
    const http = (bytes: number) => size('net/http', { code: bytes });
    const a = program({ goVersion: from, packages: [size('runtime', { code: 500_000 }), http(before)] });
    const b = program({
      goVersion: to,
      vcs: other,
      packages: [size('runtime', { code: 502_000 }), http(600_000)],
    });
    const { causes, sentence } = judged(a, b);
    expect(sentence).toContain(`: ${why}`);
    expect(causes.map(([each]) => each)).toEqual([kind]);
  });

  it.each([
    ['go1.24.13', 97_000, [['go', -5000]]],
    [
      'go1.24.13',
      60_000,
      [
        ['dependency-same', -40_000],
        ['go', -2000],
      ],
    ],
    [
      'go1.26.1',
      97_000,
      [
        ['dependency-same', -3000],
        ['standard-library', -2000],
      ],
    ],
  ] as const)('a module of the same version after %s, of which %i bytes are left', (from, left, expected) => {
    const modules = [dependency('golang.org/x/net', 'v0.20.0')];
    const a = program({
      goVersion: from,
      packages: [size('runtime', { code: 500_000 }), net(100_000)],
      modules,
    });
    const b = program({
      goVersion: 'go1.26.7',
      vcs: other,
      packages: [size('runtime', { code: 498_000 }), net(left)],
      modules,
    });
    expect(judged(a, b).causes.map(([kind, , bytes]) => [kind, bytes])).toEqual(expected);
  });

  it('files that were embedded are not of the package whose data has them', () => {
    const a = program({ packages: [runtime(500_000), assets(10_000)], embedded: [] });
    const b = program({
      vcs: other,
      packages: [runtime(500_000), assets(2_011_000)],
      embedded: [{ path: 'static/app.js', bytes: 2_000_000, package: null }],
    });
    const { causes, sentence } = judged(a, b);
    expect(causes).toEqual([
      ['embedded-files', null, 2_000_000],
      ['own-code', null, 1000],
    ]);
    expect(sentence).toMatch(/: all from the embedded file static\/app.js, which was added$/);
  });

  it('by package only code is compared with what an earlier reader has read', () => {
    const a = program({
      analysis: 0,
      packages: [size('runtime', { code: 500_000, 'function-tables': 90_000 })],
    });
    const b = program({
      vcs: other,
      packages: [size('runtime', { code: 501_000, 'function-tables': 150_000, types: 80_000 }), kube(50_000)],
    });
    const { causes, result, sentence } = judged(a, b);
    expect(causes).toEqual([
      ['unowned', null, 140_000],
      ['own-code', null, 50_000],
      ['standard-library', null, 1000],
    ]);
    expect(result.packages.map(({ name, change }) => [name, change])).toEqual([
      ['example.com/shop/internal/kube', 50_000],
      ['runtime', 1000],
    ]);
    expect(sentence).toContain('by package only machine code is compared');
  });

  it('modules that one side does not record are those of the other', () => {
    const a = program({
      packages: [net(40_000), kube(100_000)],
      modules: [dependency('golang.org/x/net', 'v0.20.0')],
    });
    const b = program({ vcs: null, mainModule: null, packages: [net(70_000), kube(101_000)] });
    const { causes, sentence } = judged(a, b);
    expect(causes).toEqual([
      ['unowned', 'golang.org/x/net', 30_000],
      ['own-code', null, 1000],
    ]);
    expect(sentence).toMatch(/: 97 % from golang.org\/x\/net; B does not record its modules$/);
  });

  it('of modules that no side records, the repositories are named', () => {
    const parser = (code: number) => size('github.com/evanw/esbuild/internal/js_parser', { code });
    const change = { vcs: null, mainModule: null };
    const { causes } = judged(
      program({ ...change, packages: [parser(40_000), size('main', { code: 5000 })] }),
      program({ ...change, packages: [parser(70_000), size('main', { code: 5100 })] }),
    );
    expect(causes).toEqual([
      ['unowned', 'github.com/evanw/esbuild', 30_000],
      ['own-code', null, 100],
    ]);
  });

  it('a module that was renamed is one cause, and in no list but the moves', () => {
    const a = program({
      packages: [yaml('gopkg.in/yaml.v3', 310_000), kube(100_000)],
      modules: [dependency('gopkg.in/yaml.v3', 'v3.0.1')],
    });
    const b = program({
      vcs: other,
      packages: [yaml('go.yaml.in/yaml/v3', 322_000), kube(100_000)],
      modules: [dependency('go.yaml.in/yaml/v3', 'v3.0.4')],
    });
    const { causes, result, sentence } = judged(a, b);
    expect(causes).toEqual([['dependency-changed', 'go.yaml.in/yaml/v3', 12_000]]);
    expect(sentence).toBe(
      '+12 kB (+2.9 %): all from go.yaml.in/yaml/v3 v3.0.1 → v3.0.4, which was gopkg.in/yaml.v3',
    );
    expect([result.modules, result.packages]).toEqual([[], []]);
    expect(result.moves.map(({ kind, from, to, withModule }) => [kind, from, to, withModule])).toEqual([
      ['module', ['gopkg.in/yaml.v3'], ['go.yaml.in/yaml/v3'], false],
      ['package', ['gopkg.in/yaml.v3'], ['go.yaml.in/yaml/v3'], true],
    ]);
  });

  it('types that Go 1.27 stores elsewhere are a move of buckets', () => {
    const parts = { code: 500_000, 'read-only-data': 200_000 };
    const a = program({ goVersion: 'go1.26.7', packages: [size('runtime', parts)] }, { types: 2000 });
    const b = program({
      goVersion: 'go1.27.1',
      packages: [size('runtime', { code: 500_000, 'read-only-data': 99_000, types: 104_000 })],
    });
    const { result, sentence } = judged(a, b);
    expect(result.buckets).toEqual([]);
    expect(result.moves).toMatchObject([
      { kind: 'bucket', from: ['read-only-data'], to: ['types'], moved: 102_000 },
    ]);
    expect(sentence).toBe('+1 kB (+0.1 %): Go 1.26.7 → 1.27.1; your code is unchanged');
  });

  it('who imports a new module is said if it is known', () => {
    const a = program({ packages: [kube(100_000)] });
    const b = program({
      vcs: other,
      packages: [kube(100_000), size('k8s.io/client-go/rest', { code: 400_000 })],
      modules: [dependency('k8s.io/client-go', 'v0.29.1')],
    });
    const importers = new Map([['k8s.io/client-go', ['internal/kube']]]);
    const sentence = verdictSentence(compareBuilds(a, b, { importers }), 'en');
    expect(sentence).toMatch(
      /: all from k8s.io\/client-go, new in this change, pulled in by internal\/kube$/,
    );
  });

  it('a variable of another processor level is a setting', () => {
    const { sentence } = judged(
      program({ packages: [kube(100_000)], settings: processor('v1') }),
      program({ packages: [kube(90_000)], settings: processor('v3') }),
    );
    expect(sentence).toBe('−10 kB (−10.0 %): built with GOAMD64=v3; your code is unchanged');
  });
});
