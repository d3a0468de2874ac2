import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isFailure, isFailureOfClass } from '#contract/failure';
import type { System } from '#core/system';
import { availableReleases } from '#core/toolchains';
import { fakeGo } from '#testing/fake-toolchains';
import type { Fault } from '#testing/release-server';
import { stressed } from '#testing/stress';
import { testClock } from '#testing/test-clock';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { wholeToolchains } from '#testing/whole-toolchains';

const version = 'go1.26.1';

/** What is asked of servers, and the request that asks it. */
const places: { name: string; path: RegExp; from: 'official' | 'proxy'; wanted: string }[] = [
  { name: 'index', path: /^\/dl\/\?mode=json/, from: 'official', wanted: version },
  { name: 'archive', path: /\.tar\.gz$/, from: 'official', wanted: version },
  { name: 'list', path: /@v\/list$/, from: 'proxy', wanted: '1.26' },
  { name: 'info', path: /\.info$/, from: 'proxy', wanted: version },
  { name: 'module', path: /\.zip$/, from: 'proxy', wanted: version },
  { name: 'lookup', path: /\/lookup\//, from: 'proxy', wanted: version },
  { name: 'tile', path: /\/tile\//, from: 'proxy', wanted: version },
];
const kinds: Fault['kind'][] = [
  'drip',
  'one-byte',
  'silent',
  'stall',
  'garbage',
  'other',
  'corrupt',
  'inflating',
  'endless',
  'loop',
  'truncate',
  'html',
  'empty',
  'reset',
  { status: 500 },
];
const lies = kinds.flatMap((kind) => places.map((place) => ({ ...place, kind })));
const tried = stressed(10, 100);

let world: ToolchainWorld;
beforeAll(async () => {
  world = await toolchainWorld();
  // Large enough that half of it is not everything, small enough to be quick.
  world.server.offerFake(fakeGo(version, { padding: 300_000 }));
});
afterAll(() => world[Symbol.asyncDispose]());

/** A machine whose time passes while a server lets it wait, in a home of its own. */
function waiting(name: string, official: boolean): { system: System; waitedMs: () => number } {
  const clock = testClock();
  let waitedMs = 0;
  world.server.passTime = (ms) => {
    waitedMs += ms;
    clock.advance(ms);
  };
  const env = { BURROW_HOME: join(world.folder, name) };
  const system = official ? world.everywhere(env) : world.onlyProxy(env);
  return { system: { ...system, ...clock }, waitedMs: () => waitedMs };
}

/** Above the limits of a small answer, of silence and of a slow archive, which the server oversteps by its own pace. */
const maxWaitMs = 200_000;

it(`no lying server is believed, nor waited for without end`, async () => {
  const found = { believed: [] as string[], waited: [] as string[], bugs: [] as string[] };
  // Spread over the table, so that a short run tries every kind and every place.
  const chosen = Array.from({ length: tried }, (_, index) => lies[(index * 11) % lies.length]);
  for (const [index, lie] of chosen.entries()) {
    if (!lie) throw new Error('no such lie');
    const label = `${lie.name}: ${JSON.stringify(lie.kind)}`;
    const { system, waitedMs } = waiting(`home-${index}`, lie.from === 'official');
    world.server.heal();
    world.server.fail({ path: lie.path, kind: lie.kind });
    try {
      const { toolchain } = await install(system, { version: lie.wanted, from: lie.from });
      if (!toolchain.verified || toolchain.version !== version) found.believed.push(label);
    } catch (error) {
      if (!isFailure(error) || isFailureOfClass(error, 'bug')) found.bugs.push(`${label}: ${String(error)}`);
    }
    world.server.heal();
    // What is there is whole and what was asked for; nothing else is left.
    const there = await wholeToolchains(system);
    if (there.some((each) => each !== version)) found.believed.push(label);
    const staging = await readdir(join(system.env['BURROW_HOME'] ?? '', 'staging')).catch(() => []);
    if (staging.length > 0) found.believed.push(`${label}: ${staging.join()}`);
    if (waitedMs() > maxWaitMs) found.waited.push(`${label}: ${waitedMs()} ms`);
  }
  expect(found).toEqual({ believed: [], waited: [], bugs: [] });
  console.log(`stress: lying servers: 0 of ${tried} believed or waited for beyond the limit`);
}, 300_000);

it.each(['drip', 'one-byte', 'silent'] as const)('an index is not waited for: %s', async (kind) => {
  const { system, waitedMs } = waiting(`available-${kind}`, true);
  world.server.heal();
  world.server.fail({ path: /mode=json/, kind });
  expect(await availableReleases(system, { all: true })).toMatchObject({ origin: 'bundled' });
  expect(waitedMs()).toBeLessThanOrEqual(31_000);
});

it('says that a server is too slow, and keeps what has arrived', async () => {
  const { system, waitedMs } = waiting('slow', true);
  world.server.heal();
  world.server.fail({ path: /\.tar\.gz$/, kind: 'drip' });
  const failed = await install(system, { version, from: 'official' }).catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 'download.slow' });
  expect(waitedMs()).toBeLessThanOrEqual(150_000);
});
