import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundToolchain } from '#contract/toolchains';
import { localSystem, type System } from '#core/system';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { findIn, withInAll } from './discover.ts';
import { knownPlaces } from './known/index.ts';

/** Where each manager's own installer puts a Go: path → version and target. */
const mac: Record<string, [manager: string, version: string, arch: 'arm64' | 'amd64']> = {
  '/usr/local/go': ['official', 'go1.20.3', 'amd64'],
  '/opt/homebrew/Cellar/go/1.26.1/libexec': ['homebrew', 'go1.26.1', 'arm64'],
  '/opt/homebrew/Cellar/go@1.22/1.22.12_1/libexec': ['homebrew', 'go1.22.12', 'arm64'],
  '/usr/local/Cellar/go/1.24.9/libexec': ['homebrew', 'go1.24.9', 'amd64'],
  '/opt/local/lib/go': ['macports', 'go1.25.3', 'arm64'],
  '/opt/local/lib/go-1.21': ['macports', 'go1.21.13', 'arm64'],
  '/Users/me/sdk/go1.23.4': ['sdk', 'go1.23.4', 'arm64'],
  '/Users/me/.gvm/gos/go1.19.1': ['gvm', 'go1.19.1', 'amd64'],
  '/Users/me/.goenv/versions/1.23.5': ['goenv', 'go1.23.5', 'arm64'],
  '/Users/me/.asdf/installs/golang/1.23.6/go': ['asdf', 'go1.23.6', 'arm64'],
  '/Users/me/.asdf/installs/go/1.23.7/go': ['asdf', 'go1.23.7', 'arm64'],
  '/Users/me/.local/share/mise/installs/go/1.23.8': ['mise', 'go1.23.8', 'arm64'],
  '/Users/me/.g/versions/1.23.9': ['g', 'go1.23.9', 'arm64'],
  '/Users/me/.go/.versions/1.22.4': ['g', 'go1.22.4', 'arm64'],
  '/Users/me/.gobrew/versions/1.23.10/go': ['gobrew', 'go1.23.10', 'arm64'],
  '/Users/me/.go/go1.23.11': ['goup', 'go1.23.11', 'arm64'],
  '/Users/me/.goup/go1.23.12': ['goup', 'go1.23.12', 'arm64'],
  '/Users/me/.version-fox/cache/golang/v-1.22.1/golang-1.22.1': ['vfox', 'go1.22.1', 'arm64'],
  '/Users/me/.vfox/cache/golang/v-1.22.3/golang-1.22.3': ['vfox', 'go1.22.3', 'arm64'],
  '/Users/me/.proto/tools/go/1.22.2': ['proto', 'go1.22.2', 'arm64'],
  '/Users/me/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.27rc1.darwin-arm64': [
    'module-cache',
    'go1.27rc1',
    'arm64',
  ],
  '/opt/odd/go': ['other', 'go1.18.10', 'arm64'],
};

let root: string;
let system: System;
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'burrow-discover-')));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The places on that machine, below `folder`. */
const placesIn = (machine: System, folder: string, moduleCache: string) =>
  knownPlaces(machine, moduleCache).map((place) => ({ ...place, folder: join(folder, place.folder) }));

describe('a Mac with every manager', () => {
  beforeAll(async () => {
    system = {
      ...localSystem(),
      os: 'darwin',
      arch: 'arm64',
      translated: true,
      home: '/Users/me',
      env: {
        BURROW_HOME: join(root, 'burrow'),
        PATH: ['opt/homebrew/bin', 'opt/odd/go/bin', 'opt/shims', 'opt/nothing']
          .map((folder) => join(root, folder))
          .join(':'),
      },
    };
    for (const [path, [, version, arch]] of Object.entries(mac)) {
      await writeGoroot(join(root, path), fakeGo(version, { os: 'darwin', arch }));
    }
    const link = async (from: string, to: string) => {
      await mkdir(dirname(join(root, from)), { recursive: true });
      await symlink(join(root, to), join(root, from));
    };
    await link('/opt/homebrew/bin/go', '/opt/homebrew/Cellar/go/1.26.1/libexec/bin/go');
    await link('/opt/homebrew/opt/go', '/opt/homebrew/Cellar/go/1.26.1');
    // mise and g point their aliases at versions.
    await link(
      '/Users/me/.local/share/mise/installs/go/1.23',
      '/Users/me/.local/share/mise/installs/go/1.23.8',
    );
    await link('/Users/me/.g/versions/1.23', '/Users/me/.g/versions/1.23.9');
    // None of these is a Go: a shim, an incomplete folder, a checkout without a VERSION, a program that is a script.
    await mkdir(join(root, 'opt/shims'));
    await writeFile(join(root, 'opt/shims/go'), '#!/bin/sh\nexec asdf exec go "$@"\n');
    await chmod(join(root, 'opt/shims/go'), 0o755);
    await mkdir(join(root, '/Users/me/.asdf/installs/golang/1.22.9/go'), { recursive: true });
    await writeGoroot(
      join(root, '/Users/me/.gvm/gos/go1.99'),
      fakeGo('go1.26.1', { says: { version: 'devel go1.27' } }),
    );
    await writeGoroot(join(root, '/Users/me/sdk/go1.98'), fakeGo('go1.26.1'));
    await writeFile(join(root, '/Users/me/sdk/go1.98/bin/go'), '#!/bin/sh\n');
  });

  it('is discovered completely', async () => {
    const found = await findIn(system, placesIn(system, root, '/Users/me/go/pkg/mod'));
    const here = Object.fromEntries(
      found.map(({ path, manager, version, arch }) => [path.slice(root.length), [manager, version, arch]]),
    );
    expect(here).toEqual(mac);
    expect(found).toHaveLength(Object.keys(mac).length);
  });

  it('lists the newest first, and how each runs', async () => {
    const found = await findIn(system, placesIn(system, root, '/Users/me/go/pkg/mod'));
    expect(found.slice(0, 3).map(({ version }) => version)).toEqual(['go1.27rc1', 'go1.26.1', 'go1.25.3']);
    expect(found.every(({ runsAs, arch }) => runsAs === (arch === 'arm64' ? 'native' : 'translated'))).toBe(
      true,
    );
    expect(found.every(({ adopted, installed }) => !adopted && !installed)).toBe(true);
  });
});

it("knows the places of a Linux machine, and uses the managers' variables", async () => {
  const folder = join(root, 'linux');
  const linux: System = {
    ...localSystem(),
    os: 'linux',
    arch: 'amd64',
    home: '/home/me',
    env: {
      BURROW_HOME: join(folder, 'burrow'),
      PATH: '',
      GVM_ROOT: '/v/gvm',
      GOENV_ROOT: '/v/goenv',
      ASDF_DATA_DIR: '/v/asdf',
      MISE_DATA_DIR: '/v/mise',
      G_EXPERIMENTAL: 'true',
      G_HOME: '/v/g',
      GOBREW_ROOT: '/v',
      GOUP_HOME: '/v/goup',
      VFOX_HOME: '/v/vfox',
      PROTO_HOME: '/v/proto',
    },
  };
  const layout: Record<string, string> = {
    '/usr/lib/go-1.19': 'system',
    '/usr/lib/golang': 'system',
    '/usr/lib/go': 'system',
    '/snap/go/10730': 'snap',
    '/home/linuxbrew/.linuxbrew/Cellar/go/1.26.1/libexec': 'homebrew',
    '/v/gvm/gos/go1.22.1': 'gvm',
    '/v/goenv/versions/1.22.1': 'goenv',
    '/v/asdf/installs/golang/1.22.1/go': 'asdf',
    '/v/mise/installs/go/1.22.1': 'mise',
    '/v/g/versions/1.22.1': 'g',
    '/v/.gobrew/versions/1.22.1/go': 'gobrew',
    '/v/goup/go1.22.1/go': 'goup',
    '/v/vfox/cache/golang/v-1.22.1/golang-1.22.1': 'vfox',
    '/v/proto/tools/go/1.22.1': 'proto',
    '/v/mod/golang.org/toolchain@v0.0.1-go1.22.1.linux-arm64': 'module-cache',
  };
  for (const path of Object.keys(layout)) {
    await writeGoroot(
      join(folder, path),
      fakeGo('go1.22.1', path.endsWith('arm64') ? { arch: 'arm64' } : {}),
    );
  }
  await symlink('10730', join(folder, '/snap/go/current'));
  const found = await findIn(linux, placesIn(linux, folder, '/v/mod'));
  expect(Object.fromEntries(found.map((each) => [each.path.slice(folder.length), each.manager]))).toEqual(
    layout,
  );
  expect(found.find(({ manager }) => manager === 'module-cache')).toMatchObject({
    arch: 'arm64',
    runsAs: 'foreign',
  });
});

it('finds nothing on an empty machine', async () => {
  const bare: System = { ...localSystem(), home: join(root, 'nobody'), env: { PATH: '' } };
  expect(await findIn(bare, placesIn(bare, join(root, 'bare'), '/mod'))).toEqual([]);
});

const found = (path: string, version: string, more: Partial<FoundToolchain> = {}) => ({
  version,
  os: 'darwin',
  arch: 'arm64',
  runsAs: 'native' as const,
  path,
  manager: 'sdk' as const,
  adopted: false,
  installed: false,
  ...more,
});

it('marks for *adopt all* what runs natively and is not installed, each version once', () => {
  const all = withInAll([
    found('/first', 'go1.26.1'),
    found('/copy', 'go1.26.1'),
    found('/intel', 'go1.26.0', { arch: 'amd64', runsAs: 'translated' }),
    found('/adopted', 'go1.25.3', { adopted: true }),
    found('/installed', 'go1.24.9', { installed: true }),
    found('/old', 'go1.23.4'),
  ]);
  expect(all.filter(({ inAll }) => inAll).map(({ path }) => path)).toEqual(['/first', '/old']);
});
