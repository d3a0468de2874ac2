import { execa } from 'execa';
import { chmod, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalClient } from '#api';
import { drain } from '#contract/streams';
import type { PruneResult } from '#contract/upkeep';
import { acquireLock } from '#core/system';
import { installedVersions } from '#core/toolchains';
import { fakeGo } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

let world: ToolchainWorld;
beforeEach(async () => {
  world = await toolchainWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

/** Without a default, which the first would be, and which is not pruned. */
async function installed(...versions: string[]): Promise<void> {
  for (const version of versions) {
    world.server.offerFake(fakeGo(version));
    await install(world.everywhere(), { version });
  }
  await rm(join(world.root, 'default'), { force: true });
}

const goroot = (version: string): string => join(world.root, 'toolchains', `${version}.linux-amd64`);

async function project(pin: string): Promise<string> {
  const folder = join(world.folder, 'project');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.go-version'), `${pin}\n`);
  return folder;
}

/** Prunes as the command line and the app do. */
async function prune(paths: string[], env: Record<string, string> = {}): Promise<PruneResult> {
  await using client = createLocalClient(world.everywhere(env));
  return await drain(client.upkeep.prune({ paths, days: 0 }));
}

async function planned(env: Record<string, string> = {}) {
  await using client = createLocalClient(world.everywhere(env));
  return (await client.upkeep.planPrune({ days: 0 })).items;
}

describe('toolchains', () => {
  it('never go while a known project or the default uses them, whatever is asked for', async () => {
    await installed('go1.26.1', 'go1.26.2', 'go1.25.3', 'go1.24.1');
    await writeFile(join(world.root, 'default'), 'go1.25\n');
    const folder = await project('1.26.1');
    await using client = createLocalClient(world.everywhere());
    await client.projects.add({ path: folder });

    const items = await planned();
    expect(items.map(({ version, kind }) => [version, kind])).toEqual([
      ['go1.26.2', 'unused'],
      ['go1.24.1', 'unused'],
    ]);
    const all = ['go1.26.1', 'go1.26.2', 'go1.25.3', 'go1.24.1'].map(goroot);
    const { pruned, kept, bytes } = await prune([...all, '/etc', world.folder]);
    expect(pruned).toHaveLength(2);
    expect(bytes).toBe(items.reduce((sum, item) => sum + item.bytes, 0));
    expect(kept).toEqual([goroot('go1.26.1'), goroot('go1.25.3'), '/etc', world.folder]);
    expect((await installedVersions(world.everywhere())).map(({ version }) => version)).toEqual([
      'go1.26.1',
      'go1.25.3',
    ]);
    expect(await world.names('toolchains')).toHaveLength(4);
    expect(await readdir(join(world.root, 'shims'))).not.toContain('go1.24.1');
  });

  it('stay when they have come into use since the plan was shown', async () => {
    await installed('go1.26.2', 'go1.26.1');
    const before = await planned();
    expect(before.map(({ version, newer }) => [version, newer])).toEqual([
      ['go1.26.1', 'go1.26.2'],
      ['go1.26.2', null],
    ]);
    await using client = createLocalClient(world.everywhere());
    await client.projects.add({ path: await project('1.26.1') });
    const { kept } = await prune([goroot('go1.26.1')]);
    expect(kept).toEqual([goroot('go1.26.1')]);
  });
});

describe('signs of use', () => {
  it('are a pin that Burrow wrote, and a read of bin/go, but not a verification', async () => {
    await installed('go1.26.2', 'go1.25.3', 'go1.24.1');
    const later = { ...world.everywhere(), now: () => new Date(Date.now() + 7_200_000) };
    await using client = createLocalClient(later);
    const folder = join(world.folder, 'pinned');
    await mkdir(folder);
    await client.switching.use({ version: '1.25.3', dir: folder });
    const [long, now] = [new Date('2020-01-01'), new Date(Date.now() + 3_600_000)];
    await utimes(join(goroot('go1.26.2'), 'bin/go'), now, long);
    await utimes(join(goroot('go1.24.1'), 'bin/go'), long, long);
    const { verifications } = await drain(client.upkeep.verify({}));
    expect(verifications).toHaveLength(3);
    const { items } = await client.upkeep.planPrune({ days: 0 });
    expect(items.map(({ version, lastUsedAt }) => [version, lastUsedAt])).toEqual([
      ['go1.26.2', now.toISOString()],
      // Only Linux can read a file without changing its access time.
      ['go1.24.1', process.platform === 'linux' ? null : expect.anything()],
    ]);
  });
});

describe('what killed work left', () => {
  it('goes, and what is being worked on stays', async () => {
    await installed('go1.26.1');
    await writeFile(join(world.root, 'default'), 'go1.26.1\n');
    const dead = join(world.root, 'staging', 'go1.25.3.linux-amd64');
    const alive = join(world.root, 'staging', 'go1.24.1.linux-amd64');
    for (const folder of [dead, alive]) {
      await mkdir(join(folder, 'goroot'), { recursive: true });
      await writeFile(join(folder, 'download'), 'x'.repeat(1000));
    }
    await writeFile(join(world.root, 'toolchains', 'go1.23.4.linux-amd64.json'), '{}');
    const lock = await acquireLock(join(world.root, 'locks', 'toolchain-go1.24.1.linux-amd64'));

    const items = await planned();
    expect(items.map(({ kind, version, bytes }) => [kind, version, bytes])).toEqual([
      ['leftover', 'go1.25.3', 1000],
      ['leftover', 'go1.23.4', 2],
    ]);
    await prune([...items.map(({ path }) => path), alive]);
    await lock[Symbol.asyncDispose]();
    expect(await world.names('staging')).toEqual(['go1.24.1.linux-amd64']);
    expect(await world.names('toolchains')).toEqual(['go1.26.1.linux-amd64', 'go1.26.1.linux-amd64.json']);
  });
});

describe('unfinished downloads', () => {
  it('are shown and go with what was noted of them, but for one under way', async () => {
    await installed('go1.26.1');
    await writeFile(join(world.root, 'default'), 'go1.26.1\n');
    const downloads = join(world.root, 'cache', 'downloads');
    const mark = 'a'.repeat(16);
    const names = [
      `${mark}-go1.25.3.linux-armv6l.tar.gz`,
      `${mark}-v0.0.1-go1.24.1.linux-amd64.zip`,
      `${mark}-go1.23.4.linux-amd64.tar.gz`,
    ];
    await mkdir(downloads, { recursive: true });
    for (const [index, name] of names.entries()) {
      await writeFile(join(downloads, name), 'x'.repeat(1000 - index));
      await writeFile(join(downloads, `${name}.json`), '{}');
    }
    const lock = await acquireLock(join(world.root, 'locks', 'toolchain-go1.25.3.linux-arm'));
    const items = await planned();
    expect(items.map(({ kind, version, bytes }) => [kind, version, bytes])).toEqual([
      ['download', 'go1.24.1', 999],
      ['download', 'go1.23.4', 998],
    ]);
    await prune([...items.map(({ path }) => path), join(downloads, names[0] ?? '')]);
    await lock[Symbol.asyncDispose]();
    expect((await readdir(downloads)).toSorted()).toEqual([names[0], `${names[0]}.json`]);
  });
});

async function fakeCaches(): Promise<{ GOMODCACHE: string; GOCACHE: string }> {
  const [GOMODCACHE, GOCACHE] = [join(world.folder, 'mod'), join(world.folder, 'go-build')];
  const unpacked = join(GOMODCACHE, 'golang.org', 'toolchain@v0.0.1-go1.23.4.linux-amd64');
  const download = join(GOMODCACHE, 'cache/download/golang.org/toolchain/@v');
  await mkdir(join(unpacked, 'bin'), { recursive: true });
  await mkdir(join(GOMODCACHE, 'golang.org', 'x', 'mod@v0.20.0'), { recursive: true });
  await mkdir(download, { recursive: true });
  await writeFile(join(unpacked, 'bin/go'), 'x'.repeat(500), { mode: 0o444 });
  await writeFile(join(download, 'v0.0.1-go1.23.4.linux-amd64.zip'), 'x'.repeat(100));
  await chmod(join(unpacked, 'bin'), 0o555);
  await chmod(unpacked, 0o555);
  for (const folder of ['00', 'ff', 'fuzz']) {
    await mkdir(join(GOCACHE, folder), { recursive: true });
    await writeFile(join(GOCACHE, folder, 'entry-d'), 'x'.repeat(50));
  }
  return { GOMODCACHE, GOCACHE };
}

it('never takes a toolchain that runs for a leftover because its record cannot be read', async () => {
  await installed('go1.26.1');
  await writeFile(`${goroot('go1.26.1')}.json`, '{');
  expect(await planned()).toEqual([]);
});

describe("Go's own caches", () => {
  const readme = 'This directory holds cached build artifacts from the Go build system.\n';

  it('are shown with their bytes and deleted, read-only as they are', async (ctx) => {
    const env = await fakeCaches();
    await writeFile(join(env.GOCACHE, 'README'), readme);
    const asRoot = process.geteuid?.() === 0;
    if (asRoot) await execa('chown', ['-R', '65534:65534', world.folder]);
    try {
      if (asRoot) process.seteuid?.(65_534);
    } catch {
      ctx.skip('this process may not become another user, and for root nothing is read-only');
    }
    try {
      const items = await planned(env);
      expect(items.map(({ kind, version, bytes }) => [kind, version, bytes])).toEqual([
        ['module-cache', 'go1.23.4', 600],
        ['compile-cache', null, 100],
      ]);
      const { bytes } = await prune(
        items.map(({ path }) => path),
        env,
      );
      expect(bytes).toBe(700);
    } finally {
      if (asRoot) process.seteuid?.(0);
    }
    expect(await readdir(join(env.GOMODCACHE, 'golang.org'))).toEqual(['x']);
    expect(await readdir(join(env.GOMODCACHE, 'cache/download/golang.org/toolchain/@v'))).toEqual([]);
    expect((await readdir(env.GOCACHE)).toSorted()).toEqual(['README', 'fuzz']);
    expect(await readFile(join(env.GOCACHE, 'fuzz/entry-d'), 'utf8')).toHaveLength(50);
  });

  it('are not taken for caches without the word of Go', async () => {
    const env = await fakeCaches();
    expect((await planned(env)).map(({ kind }) => kind)).toEqual(['module-cache']);
  });

  it('are finished off by the next prune after one that was killed', async () => {
    const env = await fakeCaches();
    const left = join(env.GOMODCACHE, 'golang.org', '.burrow-pruned-1');
    await mkdir(join(left, 'toolchain@v0.0.1-go1.22.1.linux-amd64'), { recursive: true });
    const [first] = await planned(env);
    expect(first).toMatchObject({ kind: 'leftover', path: left });
    await prune([left], env);
    expect(await readdir(join(env.GOMODCACHE, 'golang.org'))).not.toContain('.burrow-pruned-1');
  });
});
