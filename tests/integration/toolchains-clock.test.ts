import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeFailure, failure } from '#contract/failure';
import { acquireLock, prepareHome, type System } from '#core/system';
import { availableReleases, listToolchains, planPrune } from '#core/toolchains';
import { fakeGo } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { wholeToolchains } from '#testing/whole-toolchains';

const version = 'go1.26.1';
const yearMs = 365 * 24 * 60 * 60 * 1000;

let world: ToolchainWorld;
beforeEach(async () => {
  world = await toolchainWorld();
  world.server.offerFake(fakeGo(version, { padding: 400_000 }));
  world.server.offerFake(fakeGo('go1.25.3'));
});
afterEach(() => world[Symbol.asyncDispose]());

const parts = (): string => join(world.root, 'cache', 'downloads');

/** The machine with a clock that is wrong by `byMs`. */
function then(byMs: number, env: Record<string, string> = {}): System {
  return { ...world.everywhere(env), now: () => new Date(Date.now() + byMs) };
}

describe.each([
  ['ahead', yearMs],
  ['behind', -yearMs],
])('a clock that is a year %s', (_, byMs) => {
  it.each(['official', 'proxy'] as const)('installs from %s, also once it is right again', async (from) => {
    await install(then(byMs), { version: '1.25.3', from });
    await install(world.everywhere(), { version, from });
    expect(await wholeToolchains(world.everywhere())).toEqual([version, 'go1.25.3']);
    expect((await listToolchains(world.everywhere())).every(({ verified }) => verified)).toBe(true);
  });

  it('keeps no index that would not be asked for again', async () => {
    await prepareHome(then(byMs));
    await availableReleases(then(byMs));
    world.server.offerFake(fakeGo('go1.26.2'));
    const { releases, origin } = await availableReleases(world.everywhere());
    expect([origin, releases[0]?.version]).toEqual(['live', 'go1.26.2']);
    world.server.fail({ path: /mode=json/, kind: { status: 500 } });
    expect((await availableReleases(world.everywhere())).releases[0]?.version).toBe('go1.26.2');
  });

  it('leaves a part of a download that does no harm', async () => {
    world.server.fail({ path: /\.tar\.gz$/, kind: { cutAt: 0.5 } });
    await world.failed(then(byMs), { version, from: 'official' });
    const names = await readdir(parts());
    expect(names).toHaveLength(2);
    for (const name of names) await utimes(join(parts(), name), new Date(), new Date(Date.now() + byMs));
    world.server.heal();
    // Another install takes it for an abandoned one, and the next one starts over.
    await install(world.everywhere(), { version: '1.25.3' });
    expect(await readdir(parts())).toEqual([]);
    await install(world.everywhere(), { version });
    expect(await wholeToolchains(world.everywhere())).toEqual([version, 'go1.25.3']);
  });

  it('prunes nothing that is in use, and knows when support ends all the same', async () => {
    await install(then(byMs), { version });
    await writeFile(join(world.root, 'default'), `${version}\n`);
    await install(then(byMs), { version: '1.25.3' });
    const used = new Map([[join(world.root, 'toolchains', 'go1.25.3.linux-amd64'), ['/some/project']]]);
    for (const system of [world.everywhere(), then(byMs), then(-byMs)]) {
      expect((await planPrune(system, used, { days: 30 })).items).toEqual([]);
      const listed = await listToolchains(system);
      expect(listed.map(({ supported, endOfLife }) => [supported, endOfLife])).toEqual([
        [true, null],
        [true, null],
      ]);
    }
  });

  it('takes no lock from whoever holds it', async () => {
    const lock = join(world.folder, 'locks', 'toolchain');
    const held = await acquireLock(lock);
    for (const name of await readdir(join(world.folder, 'locks'))) {
      const moment = new Date(Date.now() + byMs);
      await utimes(join(world.folder, 'locks', name), moment, moment);
    }
    const second = acquireLock(lock, { signal: AbortSignal.timeout(300) });
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    await held[Symbol.asyncDispose]();
    await (await acquireLock(lock))[Symbol.asyncDispose]();
  });
});

it('goes on with a download, and tells how far it is, when the clock is set back in the middle', async () => {
  world.server.fail({ path: /\.tar\.gz$/, kind: { bytesPerSecond: 400_000 } });
  let byMs = 0;
  const system = { ...world.everywhere(), now: () => new Date(Date.now() + byMs) };
  const { progress } = await install(
    system,
    { version, from: 'official' },
    { onProgress: ({ phase, bytes }) => phase === 'downloading' && bytes > 0 && (byMs = -yearMs) },
  );
  const reports = progress.filter(({ phase, bytes }) => phase === 'downloading' && bytes > 0);
  expect(reports.length).toBeGreaterThan(4);
  expect(Math.min(...reports.map(({ bytesPerSecond }) => bytesPerSecond ?? 0))).toBeGreaterThanOrEqual(0);
});

it('says to look at the date when no certificate is valid', async () => {
  const expired = new TypeError('fetch failed', {
    cause: Object.assign(new Error('certificate has expired'), { code: 'CERT_HAS_EXPIRED' }),
  });
  const system = { ...world.everywhere(), fetch: () => Promise.reject(expired) };
  await rm(join(world.root, 'cache'), { recursive: true, force: true });
  const failed = await world.failed(system, { version: '1.24.9' });
  expect(describeFailure(failed, 'en').hint).toMatch(/Check the date of this machine/);
  expect(describeFailure(failed, 'zh-CN').hint).toMatch(/检查本机日期/);
  const unproven = failure('checksum-database.unreachable', {
    version,
    database: 'sum.golang.org',
    url: 'https://sum.golang.org',
    problem: 'certificate has expired',
  });
  expect(describeFailure(unproven, 'en').hint).toMatch(/Check the date of this machine/);
});
