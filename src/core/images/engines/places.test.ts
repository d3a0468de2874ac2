import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { usualPlaces } from './places.ts';
import { productAt } from './products.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'bp-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function make(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(home, path)), { recursive: true });
    await writeFile(join(home, path), '');
  }
}

test("Docker's own socket comes first, whether or not it is there", async () => {
  const found = await usualPlaces({ os: 'darwin', env: {}, home: '/Users/li' });
  expect(found[0]).toBe('/var/run/docker.sock');
  expect(found).toContain('/Users/li/.docker/run/docker.sock');
});

test('every profile and virtual machine is found', async () => {
  await make(
    '.colima/default/docker.sock',
    '.colima/work/docker.sock',
    '.colima/_lima/colima/x.sock',
    '.lima/docker/sock/docker.sock',
    '.lima/_config/user',
    '.local/share/containers/podman/machine/qemu/podman.sock',
    'tmp/podman/podman-machine-default-api.sock',
  );
  const found = await usualPlaces({ os: 'darwin', env: { TMPDIR: join(home, 'tmp') }, home });
  expect(found).toEqual(
    expect.arrayContaining(
      [
        '.colima/default/docker.sock',
        '.colima/work/docker.sock',
        '.lima/docker/sock/docker.sock',
        '.local/share/containers/podman/machine/qemu/podman.sock',
        'tmp/podman/podman-machine-default-api.sock',
      ].map((path) => join(home, path)),
    ),
  );
  expect(found.filter((path) => path.includes('/_'))).toEqual([]);
});

test('variables move the folders of Colima, Lima and Podman', async () => {
  await make('c/work/docker.sock', 'l/vm/sock/docker.sock', 'd/containers/podman/machine/vm/podman.sock');
  const env = { COLIMA_HOME: join(home, 'c'), LIMA_HOME: join(home, 'l'), XDG_DATA_HOME: join(home, 'd') };
  const found = await usualPlaces({ os: 'linux', env: { ...env, XDG_RUNTIME_DIR: '/run/user/7' }, home });
  expect(found).toEqual(
    expect.arrayContaining([
      join(home, 'c/work/docker.sock'),
      join(home, 'l/vm/sock/docker.sock'),
      join(home, 'd/containers/podman/machine/vm/podman.sock'),
      '/run/user/7/docker.sock',
      '/run/user/7/podman/podman.sock',
    ]),
  );
});

test('on Windows, engines are named pipes', async () => {
  const found = await usualPlaces({ os: 'windows', env: {}, home: 'C:\\Users\\li' });
  expect(found).toEqual(
    ['docker_engine', 'dockerDesktopLinuxEngine', 'podman-machine-default'].map((name) => `//./pipe/${name}`),
  );
});

test.each([
  ['/Users/li/.docker/run/docker.sock', 'Docker Desktop', null],
  ['/home/li/.docker/desktop/docker.sock', 'Docker Desktop', null],
  ['/Users/li/.orbstack/run/docker.sock', 'OrbStack', null],
  ['/Users/li/.colima/default/docker.sock', 'Colima', 'default'],
  ['/home/li/.config/colima/work/docker.sock', 'Colima', 'work'],
  ['/Users/li/.rd/docker.sock', 'Rancher Desktop', null],
  ['/Users/li/.lima/docker/sock/docker.sock', 'Lima', 'docker'],
  ['/Users/li/.local/share/containers/podman/machine/podman.sock', 'Podman machine', null],
  ['/Users/li/.local/share/containers/podman/machine/qemu/podman.sock', 'Podman machine', null],
  ['/Users/li/.local/share/containers/podman/machine/vm2/podman.sock', 'Podman machine', 'vm2'],
  ['/var/folders/x/T/podman/podman-machine-default-api.sock', 'Podman machine', 'podman-machine-default'],
  ['/run/user/1000/podman/podman.sock', 'Podman', null],
  ['/run/podman/podman.sock', 'Podman', null],
  ['//./pipe/dockerDesktopLinuxEngine', 'Docker Desktop', null],
  ['//./pipe/podman-machine-default', 'Podman machine', 'podman-machine-default'],
  ['/run/docker.sock', null, null],
  ['//./pipe/docker_engine', null, null],
])('%s', (path, product, instance) => {
  expect(productAt(path)).toEqual({ product, instance });
});
