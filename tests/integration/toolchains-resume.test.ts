import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failureClass } from '#contract/failure';
import { fakeArchive, fakeGo as go } from '#testing/fake-toolchains';
import { startInstall } from '#testing/install-process';
import { startReleaseServer } from '#testing/release-server';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

let world: ToolchainWorld;
beforeEach(async () => {
  world = await toolchainWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

const downloads = (): string => join(world.root, 'cache', 'downloads');
const parts = async (): Promise<string[]> => readdir(downloads()).catch(() => []);
const sizes = async (): Promise<number[]> =>
  Promise.all((await parts()).map(async (name) => (await stat(join(downloads(), name))).size));
const tarballs = (paths: string[]): string[] => paths.filter((path) => path.endsWith('.tar.gz'));
const request = { version: '1.26.1', from: 'official' };

it('goes on by itself when the connection is cut at every 10 %', async () => {
  world.server.offerFake(go('go1.26.1', { padding: 400_000 }));
  for (let tenth = 9; tenth > 0; tenth--) {
    world.server.fail({ path: /\.tar\.gz$/, kind: { cutAt: tenth / 10 }, times: 1 });
  }
  const { toolchain } = await install(world.everywhere(), request);
  expect(toolchain).toMatchObject({ verified: true, proof: { method: 'sha256' } });
  expect(tarballs(world.server.requests)).toHaveLength(10);
  expect(world.server.ranges.length).toBeGreaterThanOrEqual(8);
  expect(await parts()).toEqual([]);
});

it('gives a place up that always ends at the same byte', async () => {
  world.server.offerFake(go('go1.26.1', { padding: 400_000 }));
  world.server.fail({ path: /\.tar\.gz$/, kind: { cutAt: 0.5 } });
  expect(failureClass((await world.failed(world.everywhere(), request)).code)).toBe('source');
  expect(tarballs(world.server.requests).length).toBeLessThan(6);
  await world.expectNothing();
  world.server.heal();
  await install(world.everywhere(), request);
  expect(world.server.ranges.length).toBeGreaterThan(0);
});

it('goes on at a mirror in the middle of a download, with the checksum of the official index', async () => {
  await using mirror = await startReleaseServer();
  const fake = go('go1.26.1', { padding: 400_000 });
  world.server.offerFake(fake);
  mirror.mirror(world.server);
  world.server.fail({ path: /\.tar\.gz$/, kind: { cutAt: 0.4 } });
  const system = world.everywhere({ BURROW_GO_DL_MIRRORS: `http://127.0.0.1:1/, ${mirror.dl}/` });
  const { toolchain } = await install(system, request);
  expect(toolchain).toMatchObject({ verified: true, source: { url: expect.stringContaining(mirror.dl) } });
  expect(mirror.requests).toEqual(['/dl/go1.26.1.linux-amd64.tar.gz']);
  expect(mirror.ranges).toHaveLength(1);
});

it('gets the whole file from one place when what another began turns out wrong', async () => {
  await using mirror = await startReleaseServer();
  world.server.offerFake(go('go1.26.1', { padding: 400_000 }));
  mirror.mirror(world.server);
  // The first server changes a byte and closes the connection; the second sends the correct file.
  world.server.fail({ path: /\.tar\.gz$/, kind: 'corrupt-then-cut' });
  const { toolchain } = await install(world.everywhere({ BURROW_GO_DL_MIRRORS: mirror.dl }), request);
  expect(toolchain.verified).toBe(true);
  expect(tarballs(mirror.requests)).toHaveLength(2);
});

it('refuses a mirror that serves another version', async () => {
  await using mirror = await startReleaseServer();
  mirror.offerFake(go('go1.26.2'));
  mirror.rename('/dl/go1.26.2.linux-amd64.tar.gz', '/dl/go1.26.1.linux-amd64.tar.gz');
  world.server.offerFake(go('go1.26.1'));
  const failed = await world.failed(world.everywhere(), { version: '1.26.1', from: mirror.dl });
  expect(failed.code).toBe('toolchain.checksum-mismatch');
  await world.expectNothing();
  expect(await parts()).toEqual([]);
});

it.each([
  ['a page with status 200', 'html', 'download.not-what-was-asked'],
  ['a body that never ends', 'endless', 'download.long'],
  ['a short body', 'truncate', 'download.short'],
] as const)('goes on to the next place after %s', async (_, kind, code) => {
  await using mirror = await startReleaseServer();
  world.server.offerFake(go('go1.26.1', { padding: 400_000 }));
  mirror.mirror(world.server);
  world.server.fail({ path: /\.tar\.gz$/, kind });
  expect((await world.failed(world.everywhere(), request)).code).toBeOneOf(
    code === 'download.short' ? [code, 'download.unreachable'] : [code],
  );
  const { toolchain } = await install(world.everywhere({ BURROW_GO_DL_MIRRORS: mirror.dl }), request);
  expect(toolchain.verified).toBe(true);
});

it.each([
  ['half as long', (whole: Buffer) => whole.subarray(0, whole.length / 2), 'toolchain.checksum-mismatch'],
  ['a byte short', (whole: Buffer) => whole.subarray(0, -1), 'toolchain.checksum-mismatch'],
  [
    'a byte longer',
    (whole: Buffer) => Buffer.concat([whole, Buffer.from('x')]),
    'toolchain.checksum-mismatch',
  ],
  [
    'many times longer',
    (whole: Buffer) => Buffer.concat(Array.from({ length: 8 }, () => whole)),
    'download.long',
  ],
  ['empty', () => Buffer.alloc(0), 'toolchain.checksum-mismatch'],
] as const)('refuses a file that is complete and %s than the index says', async (_, change, code) => {
  await using mirror = await startReleaseServer();
  const fake = go('go1.26.1', { padding: 400_000 });
  const whole = fakeArchive(fake);
  world.server.offerArchive(fake, whole);
  mirror.offerArchive(fake, change(whole));
  const failed = await world.failed(world.everywhere(), { version: '1.26.1', from: mirror.dl });
  expect(failed.code).toBe(code);
  await world.expectNothing();
  expect(await parts()).toEqual([]);
  await install(world.everywhere(), request);
});

it('takes the checksum’s word where the index is wrong about the size', async () => {
  const fake = go('go1.26.1', { padding: 400_000 });
  const whole = fakeArchive(fake);
  world.server.offerArchive(fake, whole, whole.length - 1000);
  const { toolchain } = await install(world.everywhere(), request);
  expect(toolchain.verified).toBe(true);
});

it('goes on where kill -9 ended it, and downloads nothing twice', async () => {
  world.server.offerFake(go('go1.26.1', { padding: 2_000_000 }));
  world.server.fail({ path: /\.tar\.gz$/, kind: { bytesPerSecond: 1_500_000 } });
  const env = { PATH: process.env['PATH'] ?? '', BURROW_HOME: world.root, BURROW_GO_DL: world.server.dl };
  const killed = startInstall('1.26.1', env);
  await expect.poll(async () => Math.max(0, ...(await sizes()))).toBeGreaterThan(150_000);
  await killed.kill();
  expect(await parts()).toHaveLength(2);
  world.server.heal();
  const { toolchain } = await install(world.everywhere(), request);
  expect(toolchain.verified).toBe(true);
  const [range = ''] = world.server.ranges;
  expect(Number(/\d+/.exec(range)?.[0])).toBeGreaterThan(100_000);
  expect(await parts()).toEqual([]);
});

it('resumes a module from its proxy', async () => {
  world.server.offerFake(go('go1.26.1', { padding: 400_000 }));
  world.server.fail({ path: /\.zip$/, kind: { cutAt: 0.5 }, times: 1 });
  const { toolchain } = await install(world.onlyProxy(), { version: '1.26.1', from: 'proxy' });
  expect(toolchain.proof.method).toBe('checksum-database');
  expect(world.server.ranges).toHaveLength(1);
});

it('keeps no half download longer than a week', async () => {
  world.server.offerFake(go('go1.26.1', { padding: 400_000 }));
  world.server.fail({ path: /\.tar\.gz$/, kind: { cutAt: 0.5 } });
  await world.failed(world.everywhere(), request);
  expect(await parts()).toHaveLength(2);
  const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  for (const name of await parts()) await utimes(join(downloads(), name), longAgo, longAgo);
  world.server.offerFake(go('go1.26.2'));
  world.server.heal();
  await install(world.everywhere(), { version: '1.26.2', from: 'official' });
  expect(await parts()).toEqual([]);
});

it('knows mirrors by name, and takes a path for a file', async () => {
  world.server.offerFake(go('go1.26.1'));
  const asked: string[] = [];
  const base = world.everywhere();
  const system = {
    ...base,
    fetch: (url: string, init?: RequestInit) => {
      asked.push(url);
      return base.fetch(url.replace(/^https:\/\/mirrors\.[^/]+\/golang/, world.server.dl), init);
    },
  };
  const { toolchain } = await install(system, { version: '1.26.1', from: 'nju' });
  expect(toolchain).toMatchObject({
    verified: true,
    source: { url: expect.stringMatching(/nju.*\/golang\/go1\.26\.1\./) },
  });
  expect(asked).toHaveLength(2);
  await writeFile(join(world.folder, 'nju'), 'no archive');
  const file = await world.failed(system, { version: '1.26.1', from: './nju' });
  expect(file.code).toBe('source.no-checksum');
  const unlisted = await world.failed(system, { version: '1.26.9', from: 'nju' });
  expect(unlisted.code).toBe('version.unknown');
  const unknown = await world.failed(world.everywhere({ BURROW_GO_DL_MIRRORS: 'nowhere' }), request);
  expect(unknown.code).toBe('source.unknown-mirror');
});
