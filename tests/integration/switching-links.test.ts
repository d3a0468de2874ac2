import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import { mkdir, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  linkFolder,
  listLinks,
  refreshLinks,
  refreshShims,
  unlinkFolder,
  unuseGo,
  useGo,
} from '#core/switching';
import { burrowPaths } from '#core/system';
import { commandTimeoutMs } from '#testing/limits';
import { onPath } from '#testing/on-path';
import { SwitchingWorld } from '#testing/switching-world';
import type { SwitchingCase } from '../fixtures/switching-cases.ts';

const shop = {
  name: 'shop',
  files: { 'shop/.go-version': '1.24.9\n', 'shop/go.mod': 'module shop\n\ngo 1.22\n' },
  dir: 'shop',
  installed: ['go1.22.5', 'go1.24.9'],
  expected: 'nothing chosen',
} satisfies SwitchingCase;

const goroot = (world: SwitchingWorld, version: string) =>
  join(burrowPaths(world.system).toolchains, `${version}.${world.system.os}-${world.system.arch}`);

it('points to the Go of the folder, is named after it, and writes nothing into it', async () => {
  await using world = await SwitchingWorld.make({ ...shop, env: { BURROW_GO: '1.22.5' } });
  const before = await readdir(world.dir);
  const link = await linkFolder(world.system, 'shop');
  // The variables of this shell do not affect the editor.
  expect(link).toMatchObject({ folder: world.dir, version: 'go1.24.9', goroot: goroot(world, 'go1.24.9') });
  expect(link.path).toMatch(/\/links\/shop-[0-9a-f]{8}$/);
  expect(await readlink(link.path)).toBe(link.goroot);
  expect(existsSync(join(link.path, 'bin/go'))).toBe(true);
  expect(await readdir(world.dir)).toEqual(before);
  expect(await linkFolder(world.system, world.dir)).toEqual(link);
  expect(await listLinks(world.system)).toEqual([link]);
});

it('follows use, unuse, an edited file, an install and a removal; and never dangles', async () => {
  await using world = await SwitchingWorld.make(shop);
  const { path } = await linkFolder(world.system, 'shop');
  const { previous } = await useGo(world.system, { version: '1.22.5', dir: 'shop' });
  expect(await refreshLinks(world.system)).toMatchObject([{ folder: world.dir, version: 'go1.22.5' }]);
  expect(await readlink(path)).toBe(goroot(world, 'go1.22.5'));
  expect(await refreshLinks(world.system)).toEqual([]);
  await unuseGo(world.system, { dir: 'shop', version: 'go1.22.5', previous });
  expect(await refreshLinks(world.system)).toMatchObject([{ version: 'go1.24.9' }]);

  await rm(goroot(world, 'go1.24.9'), { recursive: true });
  expect(await refreshShims(world.system)).toEqual([
    { folder: world.dir, path, goroot: null, version: null },
  ]);
  expect(lstatSync(path, { throwIfNoEntry: false })).toBeUndefined();
  expect(await listLinks(world.system)).toMatchObject([{ path, goroot: null, version: null }]);
  expect(await refreshShims(world.system)).toEqual([]);
  await world.install('go1.24.9');
  expect(await refreshShims(world.system)).toMatchObject([{ version: 'go1.24.9' }]);
  expect(await readlink(path)).toBe(goroot(world, 'go1.24.9'));

  // Without a pin, another version that go.mod allows takes its place.
  await rm(join(world.dir, '.go-version'));
  expect(await refreshLinks(world.system)).toMatchObject([{ version: 'go1.22.5' }]);
  await rm(goroot(world, 'go1.22.5'), { recursive: true });
  expect(await refreshShims(world.system)).toMatchObject([{ version: 'go1.24.9' }]);
});

it('is removed with its record, and no other files are', async () => {
  await using world = await SwitchingWorld.make(shop);
  const { links } = burrowPaths(world.system);
  expect(await unlinkFolder(world.system, 'shop')).toBe(false);
  expect(existsSync(links)).toBe(false);
  await linkFolder(world.system, 'shop');
  await writeFile(join(links, 'notes.json'), '{"folder": "/elsewhere"}');
  await writeFile(join(links, 'broken.json'), '{');
  await symlink('/nowhere', join(links, 'mine'));
  expect(await unlinkFolder(world.system, 'shop')).toBe(true);
  expect((await readdir(links)).toSorted()).toEqual(['broken.json', 'mine', 'notes.json']);
  expect(await listLinks(world.system)).toEqual([]);
});

it('is not created for a folder without a Go, or for a missing folder', async () => {
  await using world = await SwitchingWorld.make({ ...shop, installed: [] });
  await expect(linkFolder(world.system, 'shop')).rejects.toMatchObject({ code: 'toolchain.not-installed' });
  await expect(linkFolder(world.system, 'gone')).rejects.toMatchObject({ code: 'folder.not-found' });
  expect(existsSync(burrowPaths(world.system).links)).toBe(false);
});

it('of a folder that is gone does not exist, and can still be removed', async () => {
  await using world = await SwitchingWorld.make(shop);
  const { path } = await linkFolder(world.system, 'shop');
  await rm(world.dir, { recursive: true });
  expect(await refreshLinks(world.system)).toMatchObject([{ goroot: null }]);
  expect(lstatSync(path, { throwIfNoEntry: false })).toBeUndefined();
  expect(await unlinkFolder(world.system, 'shop')).toBe(true);
});

it('exists at every moment while several processes move it', async () => {
  await using world = await SwitchingWorld.make(shop);
  const { path } = await linkFolder(world.system, 'shop');
  const seen = new Set<string>();
  const moving = new AbortController();
  const watching = (async () => {
    while (!moving.signal.aborted) seen.add(await readlink(path));
  })();
  for (let turn = 0; turn < 10; turn++) {
    await writeFile(join(world.dir, '.go-version'), turn % 2 ? '1.24.9\n' : '1.22.5\n');
    await Promise.all([refreshLinks(world.system), refreshLinks(world.system)]);
  }
  moving.abort();
  await watching;
  expect([...seen].toSorted()).toEqual([goroot(world, 'go1.22.5'), goroot(world, 'go1.24.9')]);
});

it('works as the GOROOT of a real Go', async (ctx) => {
  const real = onPath('go');
  if (real === null) {
    ctx.skip('there is no Go on PATH');
    return;
  }
  const quiet = { encoding: 'utf8', timeout: commandTimeoutMs } as const;
  const asked = spawnSync(real, ['env', 'GOROOT', 'GOVERSION'], { ...quiet, env: { GOTOOLCHAIN: 'local' } });
  const [realRoot = '', version = ''] = asked.stdout.split('\n');
  await using world = await SwitchingWorld.make({ ...shop, installed: [] });
  await mkdir(burrowPaths(world.system).toolchains, { recursive: true });
  await symlink(realRoot, goroot(world, version));
  await writeFile(`${goroot(world, version)}.json`, '{}');
  await writeFile(join(world.dir, '.go-version'), `${version}\n`);
  const { path } = await linkFolder(world.system, 'shop');
  const env = { HOME: world.root, GOCACHE: join(world.root, 'cache'), GOPROXY: 'off', GOTOOLCHAIN: 'local' };
  for (const more of [{}, { GOROOT: path }]) {
    const ran = spawnSync(join(path, 'bin/go'), ['list', 'fmt', 'errors'], {
      ...quiet,
      cwd: world.dir,
      env: { ...env, ...more },
    });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toBe('fmt\nerrors\n');
  }
});
