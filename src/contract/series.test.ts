import { describe, expect, it } from 'vitest';
import { imageFactsExample } from '#testing/example-builds';
import type { Build } from './build.ts';
import { changeSincePredecessor, predecessor, recordedBytes, seriesKey, sizeFlags } from './series.ts';

function program(id: string, bytes: number | null, changes: Partial<Build> = {}): Build {
  return {
    id,
    kind: 'program',
    status: bytes === null ? 'failed' : 'succeeded',
    startedAt: '2026-11-20T12:00:00.000Z',
    builtAt: null,
    stripped: null,
    mainModule: null,
    durationMs: 1000,
    exitCode: 0,
    project: '/shop',
    subject: './cmd/server',
    goVersion: 'go1.26.1',
    target: 'linux/amd64',
    cgo: false,
    flags: [],
    vcs: null,
    artifact: bytes === null ? null : { path: '/shop/server', bytes, sha256: '' },
    image: null,
    logTail: null,
    builtBy: null,
    name: null,
    note: null,
    pinned: false,
    ...changes,
  };
}

describe('a series', () => {
  it.each([
    ['another Go', { goVersion: 'go1.24.9' }, true],
    ['another commit', { vcs: { commit: 'x', dirty: true, branch: 'main', tag: null } }, true],
    ['a text that the linker sets', { flags: ['-ldflags=-X main.version=1'] }, true],
    ['a module that was not known before', { mainModule: 'example.com/shop' }, true],
    ['another target', { target: 'linux/arm64' }, false],
    ['another project', { project: '/other' }, false],
    ['another subject', { subject: './cmd/report' }, false],
    ['cgo', { cgo: true }, false],
    ['the race detector', { flags: ['-race'] }, false],
    ['no symbols', { stripped: true }, false],
    ['no symbols, as its flags say', { flags: ['-ldflags=-s -w'] }, false],
  ] as [string, Partial<Build>, boolean][])('a build with %s', (_name, change, isSame) => {
    expect(seriesKey(program('b2', 2, change)) === seriesKey(program('b1', 1))).toBe(isSame);
  });

  it.each([
    ['the last stage', { name: 'server', isLast: true }, true],
    ['another stage', { name: 'debug', isLast: false }, false],
  ])('an image of %s and one whose stage is not known', (_what, target, isSame) => {
    const image = imageFactsExample();
    const [told, other] = [image, { ...image, target }].map((each) =>
      seriesKey(program('b1', null, { kind: 'image', image: each })),
    );
    expect(told === other).toBe(isSame);
  });

  it('keeps programs of two modules apart that were recorded for no project', () => {
    const [lefthook, dbmate] = ['github.com/evilmartians/lefthook', 'github.com/amacneil/dbmate/v2'].map(
      (mainModule) => seriesKey(program('b1', 1, { project: null, mainModule })),
    );
    expect(lefthook).not.toBe(dbmate);
  });

  it('holds the same program, built here and recorded as a file', () => {
    const built = ['-mod=vendor', '-trimpath', '-ldflags=-s -w -X main.version=2', '-v'];
    const [here, file] = [
      program('b1', 1, { flags: built, stripped: true }),
      program('b2', 1, { flags: ['-trimpath'], stripped: true, status: 'recorded' }),
    ];
    expect(seriesKey(here)).toBe(seriesKey(file));
  });

  it('compares with the last build that has a size', () => {
    const builds = [
      program('b4', 150),
      program('b3', 90, { subject: './cmd/report' }),
      program('b2', null),
      program('b1', 100),
    ];
    expect(predecessor(builds, 0)?.id).toBe('b1');
    expect(changeSincePredecessor(builds, 0)).toBe(50);
    expect(changeSincePredecessor(builds, 1)).toBeNull();
    expect(changeSincePredecessor(builds, 3)).toBeNull();
    expect(recordedBytes(program('b2', null))).toBeNull();
  });
});

it.each([
  [[], false, []],
  [['-o=x', '-v', '-p=4', '-x', '-a', '-work'], false, []],
  [['-ldflags=-X main.a=1 -X=main.b=2 --X main.c=3'], false, []],
  [["-ldflags=-X 'main.a=one two' -extldflags '-static -s'"], false, ['-ldflags=-extldflags -static -s']],
  [['-ldflags=-w -s'], true, []],
  [['-ldflags=-w'], false, ['-ldflags=-w']],
  [['-ldflags=all=-s'], true, []],
  [['-ldflags=-s', '-ldflags=-X a.b=c'], false, []],
  [['-race=true'], false, ['-race=true']],
  [['-race', '-race=false'], false, []],
  [['--trimpath'], false, ['-trimpath=true']],
  [['-tags=b,a'], false, ['-tags=a,b']],
  [['-tags=a b', '-gcflags=all=-N -l'], false, ['-gcflags=all=-N -l', '-tags=a,b']],
  [['-buildmode=exe', '-compiler=gc', '-pgo=/shop/default.pgo'], false, []],
  [['-buildmode=pie', '-pgo=cpu.pprof'], false, ['-buildmode=pie', '-pgo=cpu.pprof']],
] as [string[], boolean, string[]][])(
  'of the flags %j counts that it strips: %s, and %j',
  (flags, strips, kept) => {
    expect(sizeFlags({ flags, stripped: null })).toEqual([strips, kept]);
  },
);

it('believes the file more than the flags', () => {
  expect(sizeFlags({ flags: ['-ldflags=-s'], stripped: false })[0]).toBe(false);
  expect(sizeFlags({ flags: ['-trimpath'], stripped: true })[0]).toBe(true);
});
