import { expect, it } from 'vitest';
import { buildSettings } from './build-settings.ts';

const linux = { os: 'linux', arch: 'amd64' };
const of = (settings: Record<string, string>, target = linux) => {
  const entries = Object.entries(settings).map(([key, value]) => ({ key, value }));
  return buildSettings(entries, target);
};

it('needs nothing for a program built without options', () => {
  const usual = {
    '-buildmode': 'exe',
    '-compiler': 'gc',
    DefaultGODEBUG: 'panicnil=1',
    CGO_ENABLED: '1',
    CGO_CFLAGS: '',
    GOARCH: 'arm64',
    GOARM64: 'v8.0',
    GOOS: 'darwin',
    vcs: 'git',
    'vcs.revision': 'abc',
  };
  expect(of(usual)).toEqual({ args: [], env: {}, kept: [], lost: [] });
});

it.each([
  ['-tags', 'netgo,osusergo', '-tags=netgo,osusergo'],
  ['-ldflags', '-s -w', '-ldflags=-s -w'],
  ['-ldflags', "-X main.version=v1 -X 'main.by=a b' --X=main.x=y", null],
  ['-ldflags', '-buildid= -s=true', null],
  ['-trimpath', 'true', '-trimpath'],
  ['-race', 'true', '-race'],
  ['-buildmode', 'pie', '-buildmode=pie'],
])('keeps %s=%s', (key, value, arg) => {
  const { args, lost } = of({ [key]: value });
  expect(args).toEqual([arg ?? `${key}=${value}`]);
  expect(lost).toEqual([]);
});

it.each([
  ['-ldflags', '-linkmode=external -extld=/tmp/evil'],
  ['-ldflags', '-s -extldflags "-fuse-ld=/tmp/evil"'],
  ['-ldflags', '-X main.a'],
  ['-ldflags', '-X'],
  ['-ldflags', "-X 'main.a=b"],
  ['-ldflags', 'all=-s'],
  ['-ldflags', '-I /lib/ld.so'],
  ['-gcflags', 'all=-N -l'],
  ['-asmflags', '-D x'],
  ['-tags', 'a b'],
  ['-msan', 'true'],
  ['CGO_LDFLAGS', '-L/opt/lib'],
  ['GOEXPERIMENT', 'rangefunc'],
  ['GOAMD64', 'v3 -x'],
])('reports that %s=%s is lost', (key, value) => {
  expect(of({ [key]: value })).toEqual({ args: [], env: {}, kept: [], lost: [`${key}=${value}`] });
});

it('keeps variables, but ignores levels of other processors', () => {
  expect(of({ CGO_ENABLED: '0', GOAMD64: 'v3', GOARM64: 'v9.0,lse' })).toEqual({
    args: [],
    env: { CGO_ENABLED: '0', GOAMD64: 'v3' },
    kept: ['CGO_ENABLED=0', 'GOAMD64=v3'],
    lost: [],
  });
});

it('does not pass the default build mode of a Mac', () => {
  expect(of({ '-buildmode': 'pie' }, { os: 'darwin', arch: 'arm64' }).args).toEqual([]);
});
