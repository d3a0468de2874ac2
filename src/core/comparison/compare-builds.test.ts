import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuildDetail } from '#contract/build';
import type { ModuleDelta, NamedDelta } from '#contract/comparison';
import { detailOf, imageFactsExample, imageRecord, programRecord } from '#testing/example-builds';
import { packageSize } from '#testing/package-sizes';
import { compareBuilds } from './compare-builds.ts';

const program = (id: string, change: Parameters<typeof programRecord>[0] = {}) =>
  detailOf(id, programRecord(change));
const image = (id: string, change: Parameters<typeof imageFactsExample>[0] = {}) =>
  detailOf(id, imageRecord(imageFactsExample(change)));

const named = (path: string, version: string) => ({ path, version, sum: 'h1:x', replacedBy: null });

const turned = (deltas: NamedDelta[]) =>
  deltas.map(({ name, a, b, change }) => ({
    name,
    a: b,
    b: a,
    change: change === null ? null : -change,
  }));

const versions = (modules: ModuleDelta[]) =>
  modules
    .map(({ path, kind, versionA, versionB }) => [path || kind, versionA, versionB] as const)
    .toSorted(([x], [y]) => (x < y ? -1 : 1));

const plain = (deltas: NamedDelta[]) => deltas.map(({ name, a, b, change }) => ({ name, a, b, change }));

const sum = (parts: readonly { bytes: number }[]) => parts.reduce((total, part) => total + part.bytes, 0);

const total = (deltas: NamedDelta[]) => deltas.reduce((all, { change }) => all + (change ?? Number.NaN), 0);

describe('two programs', () => {
  it('reports what grew and by how much', () => {
    const result = compareBuilds(
      program('b1'),
      program('b2', {
        artifact: { path: '/x', bytes: 1250, sha256: 'b' },
        durationMs: null,
        packages: [
          packageSize('runtime', 340, 300, 3),
          packageSize('net/http', 250, 200, 9),
          packageSize('main', 110, 100),
        ],
      }),
    );
    expect(result.measure).toBe('artifactBytes');
    expect(result.change).toEqual({ a: 1000, b: 1250, change: 250, percent: 25 });
    expect(result.durationMs).toEqual({ a: 2100.5, b: null, change: null, percent: null });
    expect(result.packages).toEqual([
      { name: 'net/http', module: '', a: null, b: 250, change: 250, percent: null },
      { name: 'runtime', module: '', a: 350, b: 340, change: -10, percent: (-10 / 350) * 100 },
    ]);
    expect(result.buckets).toEqual([]);
    expect(result.a).not.toHaveProperty('packages');
  });

  it('compares no parts if one side could not be read', () => {
    expect(compareBuilds(program('b1'), program('b2', { packages: [] })).packages).toEqual([]);
  });

  it.each<[string, Partial<BuildDetail>, Partial<BuildDetail>, [string | null, string | null]]>([
    ['goVersion', { goVersion: 'go1.24.0' }, { goVersion: 'go1.26.1' }, ['go1.24.0', 'go1.26.1']],
    ['target', { target: 'linux/amd64' }, { target: null }, ['linux/amd64', null]],
    ['cgo', { cgo: true }, { cgo: false }, ['1', '0']],
    [
      'flags',
      { flags: ['-trimpath', '-ldflags=-s -w'] },
      { flags: ['-trimpath'] },
      ['"-ldflags=-s -w" -trimpath', '-trimpath'],
    ],
    [
      'commit',
      { vcs: { commit: 'c1', dirty: false, branch: null, tag: null } },
      { vcs: { commit: 'c1', dirty: true, branch: null, tag: null } },
      ['c1', 'c1+dirty'],
    ],
  ])('reports a different %s', (name, before, after, [a, b]) => {
    expect(compareBuilds(program('b1', before), program('b2', after)).settings).toEqual([{ name, a, b }]);
  });

  it('claims no difference where changes are not known', () => {
    const unknown = program('b1', { vcs: { commit: 'c1', dirty: null, branch: null, tag: null } });
    const clean = program('b2', { vcs: { commit: 'c1', dirty: false, branch: null, tag: null } });
    expect(compareBuilds(unknown, clean).settings).toEqual([]);
  });

  it('ignores the order of flags', () => {
    const settings = compareBuilds(
      program('b1', { flags: ['-race', '-trimpath'] }),
      program('b2', { flags: ['-trimpath', '-race'] }),
    ).settings;
    expect(settings).toEqual([]);
  });

  it('distinguishes added, removed, changed and replaced modules', () => {
    const replaced = { ...named('d', 'v1.0.0'), replacedBy: { path: '../d', version: '' } };
    const { modules, unchangedModules } = compareBuilds(
      program('b1', {
        modules: [named('a', 'v1.0.0'), named('b', 'v1.0.0'), named('c', 'v1.0.0'), named('d', 'v1.0.0')],
      }),
      program('b2', {
        modules: [named('a', 'v1.0.0'), named('b', 'v1.1.0'), replaced, named('e', 'v0.1.0')],
      }),
    );
    expect(versions(modules)).toEqual([
      ['b', 'v1.0.0', 'v1.1.0'],
      ['c', 'v1.0.0', null],
      ['d', 'v1.0.0', 'v1.0.0 => ../d'],
      ['e', null, 'v0.1.0'],
    ]);
    expect(unchangedModules).toBe(3);
  });
});

describe('two images', () => {
  const podman = { name: 'podman', version: '5', store: 'vfs', endpoint: 'unix:///p' } as const;

  it('compares what engines tell of them, and nothing of programs', () => {
    const grown = { sizes: { fileBytes: 2600, tarBytes: null, compressedBytes: null, engineReported: 2600 } };
    const result = compareBuilds(image('b1'), image('b2', grown));
    expect([result.measure, result.change.change, result.images?.from]).toEqual(['fileBytes', 600, 'told']);
    expect(result).toMatchObject({ modules: [], packages: [], buckets: [], moves: [] });
    expect(compareBuilds(program('b1'), program('b2')).images).toBeNull();
  });

  it('reports a different platform and store', () => {
    const { settings } = compareBuilds(image('b1'), image('b2', { platform: 'linux/arm64', engine: podman }));
    expect(settings).toEqual([
      { name: 'platform', a: 'linux/amd64', b: 'linux/arm64' },
      { name: 'store', a: 'docker overlay2', b: 'podman vfs' },
    ]);
  });
});

it('refuses to compare a program with an image, or a build without an artifact', () => {
  expect(() => compareBuilds(program('b1'), image('b2'))).toThrow(
    expect.objectContaining({ code: 'compare.different-kinds' }),
  );
  expect(() => compareBuilds(program('b1'), program('b2', { artifact: null }))).toThrow(
    expect.objectContaining({ code: 'compare.nothing-built', params: { id: 'b2' } }),
  );
});

describe('for any two programs', () => {
  const bytes = fc.integer({ min: 0, max: 1e9 });
  const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const anyProgram: fc.Arbitrary<BuildDetail> = fc
    .record({
      artifact: fc.record({ path: fc.constant('/x'), bytes, sha256: fc.constant('') }),
      durationMs: fc.option(bytes),
      goVersion: fc.option(fc.constantFrom('go1.24.0', 'go1.26.1')),
      flags: fc.subarray(['-race', '-trimpath', '-ldflags=-s -w']),
      modules: fc.uniqueArray(
        fc.record({ path: names, version: names, sum: fc.constant(null), replacedBy: fc.constant(null) }),
        { selector: ({ path }) => path },
      ),
      sections: fc.array(fc.record({ name: names, bytes, memoryBytes: bytes }), { minLength: 1 }),
      packages: fc.uniqueArray(
        fc.tuple(names, bytes).map(([path, size]) => packageSize(path, size)),
        { selector: ({ path }) => path, minLength: 1 },
      ),
    })
    .map((change) => program('b1', change));

  it('a build compared with itself has no changes', () => {
    fc.assert(
      fc.property(anyProgram, (a) => {
        const same = compareBuilds(a, a);
        expect(same.change.change).toBe(0);
        expect([same.settings, same.sections, same.packages, same.buckets]).toEqual([[], [], [], []]);
        expect(same.modules).toEqual([]);
      }),
    );
  });

  it('the reverse comparison has the opposite signs', () => {
    fc.assert(
      fc.property(anyProgram, anyProgram, (a, b) => {
        const there = compareBuilds(a, b);
        const back = compareBuilds(b, a);
        expect(back.change.change).toBe(0 - (there.change.change ?? 0) + 0);
        expect(plain(back.packages)).toEqual(turned(there.packages));
        expect(plain(back.sections)).toEqual(turned(there.sections));
        expect(versions(back.modules)).toEqual(
          versions(there.modules).map(([path, before, after]) => [path, after, before]),
        );
        expect(back.settings).toEqual(
          there.settings.map(({ name, ...each }) => ({ name, a: each.b, b: each.a })),
        );
      }),
    );
  });

  it('the changes of the parts add up to the change of their sum', () => {
    fc.assert(
      fc.property(anyProgram, anyProgram, (a, b) => {
        const { packages, sections } = compareBuilds(a, b);
        expect(total(packages)).toBe(sum(b.packages) - sum(a.packages));
        expect(total(sections)).toBe(sum(b.sections) - sum(a.sections));
      }),
    );
  });
});
