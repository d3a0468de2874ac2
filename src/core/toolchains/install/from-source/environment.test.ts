import { expect, it } from 'vitest';
import { buildEnvironment, workshopIn } from './environment.ts';

const workshop = workshopIn('/home/me/.burrow/staging/go1.26.1.linux-arm64/build');
const where = { bootstrap: '/boot', final: '/home/me/.burrow/toolchains/x', workshop };
const id = { version: 'go1.26.1', os: 'linux', arch: 'arm64' };

it('passes nothing on that would end up in the toolchain', () => {
  const user = {
    PATH: '/usr/bin',
    HOME: '/home/me',
    GOROOT: '/stale',
    GOFLAGS: '-mod=mod',
    GOAMD64: 'v3',
    GOOS: 'windows',
    GOARCH: 'arm',
    CC: 'zig cc',
    CGO_ENABLED: '0',
    GOEXPERIMENT: 'x',
    GOCACHE: '/home/me/.cache/go-build',
    GOENV: '/home/me/env',
    GOPROXY: 'https://me:secret@proxy.test',
    SDKROOT: '/sdk',
  };
  const env = buildEnvironment({ env: user }, id, where);
  expect(env).toEqual({
    PATH: '/usr/bin',
    SDKROOT: '/sdk',
    HOME: workshop.home,
    TMPDIR: workshop.temporary,
    GOCACHE: workshop.cache,
    LC_ALL: 'C',
    GOENV: 'off',
    GOFLAGS: '',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    GOROOT_BOOTSTRAP: '/boot',
    GOHOSTARCH: 'arm64',
  });
});

it('sets GOROOT_FINAL for an old Go, and GO111MODULE for the oldest', () => {
  const env = buildEnvironment({ env: {} }, { ...id, version: 'go1.12.17' }, where);
  expect(env).toMatchObject({ GOROOT_FINAL: where.final, GO111MODULE: 'off', PATH: '/usr/bin:/bin' });
});
