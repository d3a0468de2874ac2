import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InstallProgress } from '#contract/install-progress';
import { fakeGo as go } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { acquireLock, prepareHome } from '#core/system';
import { installedVersions, listToolchains } from '#core/toolchains';

let world: ToolchainWorld;
beforeEach(async () => {
  world = await toolchainWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

it('clears what a killed install left, and what counts for nothing', async () => {
  world.server.offerFake(go('go1.26.1'));
  const leave = async (...path: string[]) => {
    await mkdir(join(world.root, ...path), { recursive: true });
    await writeFile(join(world.root, ...path, 'half'), 'x');
  };
  await leave('staging', 'go1.26.1.linux-amd64', 'goroot');
  await leave('staging', 'go1.20.linux-amd64');
  await leave('toolchains', 'go1.26.1.linux-amd64', 'bin');
  await leave('toolchains', 'go1.25.0.linux-amd64', 'bin'); // no record: not installed
  await writeFile(join(world.root, 'toolchains', 'go1.24.0.linux-amd64.json'), '{}'); // a record alone
  expect(await listToolchains(world.everywhere())).toEqual([]);
  expect(await installedVersions(world.everywhere())).toEqual([]);
  await install(world.everywhere(), { version: '1.26.1' });
  expect((await listToolchains(world.everywhere())).map(({ version }) => version)).toEqual(['go1.26.1']);
  await expect(stat(join(world.root, 'toolchains', 'go1.26.1.linux-amd64', 'bin', 'half'))).rejects.toThrow(
    /ENOENT/,
  );
  expect(await world.names('staging')).toEqual([]);
});

it('clears the small files of killed processes, and none of those that are at work', async () => {
  world.server.offerFake(go('go1.26.1'));
  const { cache, locks, shims } = await prepareHome(world.everywhere());
  const id = crypto.randomUUID();
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  const old = [
    join(world.root, `.default.${id}.tmp`),
    join(shims, `.go.${id}.tmp`),
    join(cache, `sumdb/x/.latest.${id}.tmp`),
  ];
  const young = join(cache, `.releases-0.json.${id}.tmp`);
  const own = join(world.root, 'notes.tmp');
  await mkdir(join(cache, 'sumdb/x'), { recursive: true });
  for (const path of [...old, young, own]) await writeFile(path, '');
  for (const path of [...old, own]) await utimes(path, longAgo, longAgo);
  // No process has this number, which is greater than the maximum.
  await writeFile(join(locks, `toolchain-go1.20.linux-amd64.99999999-1-${id}.claim`), '');
  await using held = await acquireLock(join(locks, 'toolchain-go1.21.0.linux-amd64'));
  await install(world.everywhere(), { version: '1.26.1' });
  const left = await Promise.all(
    [...old, young, own].map((path) =>
      stat(path).then(
        () => path,
        () => null,
      ),
    ),
  );
  expect(left.filter((path) => path !== null)).toEqual([young, own]);
  expect(await world.names('locks')).toEqual([expect.stringMatching(/^toolchain-go1\.21\.0\.linux-amd64\./)]);
  expect(held).toBeDefined();
});

it('can be cancelled in the middle, and started again', async () => {
  world.server.offerFake(go('go1.26.1', { padding: 3_000_000 }));
  world.server.fail({ path: /\.tar\.gz$/, kind: { bytesPerSecond: 1_000_000 } });
  const stop = new AbortController();
  const cancelled = install(
    world.everywhere(),
    { version: '1.26.1' },
    {
      signal: stop.signal,
      onProgress: ({ bytes }) => bytes > 200_000 && stop.abort(),
    },
  );
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  await world.expectNothing();
  world.server.heal();
  await install(world.everywhere(), { version: '1.26.1' });
  expect(await world.names('toolchains')).toHaveLength(2);
});

it('can be cancelled while the server says nothing more', async () => {
  world.server.offerFake(go('go1.26.1', { padding: 300_000 }));
  world.server.fail({ path: /\.tar\.gz$/, kind: 'stall' });
  const cancelled = install(world.everywhere(), { version: '1.26.1' }, { signal: AbortSignal.timeout(1500) });
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  await world.expectNothing();
});

it('can be cancelled while it waits for another install', async () => {
  world.server.offerFake(go('go1.26.1', { padding: 1_000_000 }));
  world.server.fail({ path: /\.tar\.gz$/, kind: { bytesPerSecond: 500_000 } });
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const onProgress = ({ phase }: InstallProgress) => phase === 'downloading' && begin();
  const first = install(world.everywhere(), { version: '1.26.1' }, { onProgress });
  await begun;
  const stop = new AbortController();
  const second = install(
    world.everywhere(),
    { version: '1.26.1' },
    { signal: stop.signal, onProgress: ({ phase }) => phase === 'waiting' && stop.abort() },
  );
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  expect((await first).already).toBe(false);
});

it('lets two installs of the same toolchain meet, and share the result', async () => {
  world.server.offerFake(go('go1.26.1', { padding: 1_000_000 }));
  world.server.fail({ path: /\.tar\.gz$/, kind: { bytesPerSecond: 2_000_000 } });
  const both = await Promise.all([
    install(world.everywhere(), { version: '1.26.1' }),
    install(world.everywhere(), { version: 'go1.26.1' }),
  ]);
  expect(both.filter(({ already }) => already)).toHaveLength(1);
  const waited = both.find(({ already }) => already)?.progress.map(({ phase }) => phase);
  expect(waited).toEqual(['resolving', 'waiting']);
  expect(world.server.requests.filter((path) => path.endsWith('.tar.gz'))).toHaveLength(1);
});

it('says how fast it goes', async () => {
  world.server.offerFake(go('go1.26.1', { padding: 2_000_000 }));
  world.server.fail({ path: /\.tar\.gz$/, kind: { bytesPerSecond: 1_500_000 } });
  const { progress } = await install(world.everywhere(), { version: '1.26.1' });
  const rates = progress.map(({ bytesPerSecond }) => bytesPerSecond ?? 0);
  expect(Math.max(...rates)).toBeGreaterThan(30_000);
  expect(Math.max(...rates)).toBeLessThan(4_000_000);
  const last = progress.findLast(({ phase }) => phase === 'downloading');
  expect(last?.bytes).toBe(last?.totalBytes);
});
