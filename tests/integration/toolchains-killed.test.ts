import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { listToolchains, planPrune } from '#core/toolchains';
import { pruneThese, removeToolchain } from '#core/toolchains/changes';
import { type Work, type KilledProcess, startKilledProcess } from '#testing/killed-process';
import { fakeGo } from '#testing/fake-toolchains';
import { seededRandom } from '#testing/random';
import { stressed } from '#testing/stress';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { differences, filesBelow, wholeToolchains } from '#testing/whole-toolchains';

const version = 'go1.26.1';

let world: ToolchainWorld;
beforeEach(async () => {
  world = await toolchainWorld();
  world.server.offerFake(fakeGo(version, { padding: 150_000, files: 40 }));
  world.server.offerFake(fakeGo('go1.25.3'));
});
afterEach(() => world[Symbol.asyncDispose]());

/** The environment of a process with this home; the server is its only network. */
function environment(home: string): Record<string, string> {
  const { dl, proxy, sumdb } = world.server;
  const path = process.env['PATH'] ?? '';
  return {
    PATH: path,
    BURROW_HOME: home,
    HOME: world.folder,
    BURROW_GO_DL: dl,
    GOPROXY: proxy,
    GOSUMDB: sumdb,
  };
}

const systemAt = (home: string) => world.system(environment(home));

/** The files in a home except for toolchains, downloads that can be resumed, and what the next process removes. */
async function keptIn(home: string): Promise<string[]> {
  const files = await filesBelow(home);
  return files
    .map((path) => path.replace(/^(cache\/sumdb\/)[^/]+/, '$1NAME').replace(/(releases-)\w+/, '$1HASH'))
    .filter((path) => !/^(toolchains\/[^/]+\/|cache\/downloads\/|staging\/|history\.db)/.test(path));
}

/** The phase in which an install is killed, and the longest time after its beginning, in ms. */
const moments: [string, number][] = [
  ['', 60],
  ['resolving', 30],
  ['downloading', 150],
  ['unpacking', 60],
  ['verifying', 5],
  ['finishing', 30],
];

it('is whole or not there after kill -9 at random moments of an install, and blocks no next one', async () => {
  const seed = Number(process.env['BURROW_TEST_SEED'] ?? Date.now() % 2 ** 31);
  const random = seededRandom(seed);
  world.server.fail({ path: /\.(zip|tar\.gz)$/, kind: { bytesPerSecond: 1_500_000 } });
  const killedIn = new Map<string, number>();

  const kills = stressed(3, 66);
  // Each begins with another phase, so that few kills meet all of them.
  const lane = async (home: string, begin: number): Promise<void> => {
    const system = systemAt(home);
    let next: KilledProcess = startKilledProcess(environment(home));
    for (let count = 0; count < kills; count++) {
      const child = next;
      next = startKilledProcess(environment(home));
      const [phase, span] = moments[(begin + count) % moments.length] ?? ['', 0];
      const from = random() < 0.5 ? 'official' : 'proxy';
      if (random() < 0.5) await rm(join(home, 'cache', 'downloads'), { recursive: true, force: true });
      await child.begin({ do: 'install', version, from }, phase);
      const at = await child.kill(random() * span);
      killedIn.set(at, (killedIn.get(at) ?? 0) + 1);

      const there = await wholeToolchains(system);
      expect([[], [version]]).toContainEqual(there);
      expect((await keptIn(home)).length).toBeLessThan(60);
      if (there.length > 0) await removeToolchain(system, { version });
    }
    await next.begin({ do: 'install', version });
    expect(await next.ended()).toBe(true);
    expect(await wholeToolchains(system)).toEqual([version]);
  };
  const names = stressed(['one', 'two'], ['one', 'two', 'three']);
  const homes = names.map((name) => join(world.folder, name));
  await Promise.all(homes.map((home, index) => lane(home, index * kills)));
  console.log(
    `stress: installs killed: ${homes.length * kills}, 0 lost; seed ${seed}; ${JSON.stringify(Object.fromEntries(killedIn))}`,
  );
  // Of the six, a short one may be over before the kill arrives; few kills meet few of them.
  expect(killedIn.size).toBeGreaterThan(stressed(2, 3));
  for (const home of homes) {
    expect(await filesBelow(join(home, 'staging'))).toEqual([]);
    const strays = (await keptIn(home)).filter((path) => /\.(tmp|claim)$/.test(path));
    expect(strays.length, strays.join()).toBeLessThan(10);
  }
});

/**
 * Does the work in one process after the other, each in a home made by `prepare` and killed a step later than the one
 * before it, or a few steps in a normal run, until one completes. `check` runs after each; returns the step that none
 * was killed at any more.
 */
async function killAtEveryStep(
  work: Omit<Work, 'killAtStep'>,
  home: string,
  prepare: () => Promise<void>,
  check: () => Promise<void>,
): Promise<number> {
  let next: KilledProcess = startKilledProcess(environment(home));
  const stride = stressed(16, 1);
  for (let killAtStep = Math.floor(Math.random() * stride); ; killAtStep += stride) {
    const child = next;
    next = startKilledProcess(environment(home));
    await prepare();
    await child.begin({ ...work, killAtStep });
    const isDone = await child.ended();
    await check();
    if (isDone) {
      await next.kill(0);
      return killAtStep;
    }
  }
}

/** Makes a home with both toolchains, to be copied. */
async function madeHome(): Promise<string> {
  const home = join(world.folder, 'made');
  for (const each of [version, 'go1.25.3'])
    await install(systemAt(home), { version: each, from: 'official' });
  return home;
}

async function afresh(made: string, home: string): Promise<void> {
  await rm(home, { recursive: true, force: true });
  await cp(made, home, { recursive: true, preserveTimestamps: true });
}

it('installs whole or not at all, killed at every step', async () => {
  const from = 'proxy'; // it has the most steps
  const home = join(world.folder, 'home');
  const system = systemAt(home);
  const died = await killAtEveryStep(
    { do: 'install', version, from },
    home,
    () => rm(home, { recursive: true, force: true }),
    async () => {
      const there = await wholeToolchains(system);
      expect([[], [version]]).toContainEqual(there);
      const { already } = await install(system, { version, from });
      expect(already).toBe(there.length === 1);
      expect(await wholeToolchains(system)).toEqual([version]);
      expect(await world.names('staging')).toEqual([]);
    },
  );
  expect(died).toBeGreaterThan(15);
});

it('removes one toolchain and leaves the other alone, killed at every step', async () => {
  const made = await madeHome();
  const home = join(world.folder, 'home');
  const system = systemAt(home);
  const died = await killAtEveryStep(
    { do: 'remove', version },
    home,
    () => afresh(made, home),
    async () => {
      expect([['go1.25.3'], [version, 'go1.25.3']]).toContainEqual(await wholeToolchains(system));
      await install(system, { version });
      expect(await wholeToolchains(system)).toEqual([version, 'go1.25.3']);
      expect(await filesBelow(join(home, 'staging'))).toEqual([]);
    },
  );
  expect(died).toBeGreaterThan(3);
});

it('repairs with the old toolchain there or the new one, killed at every step', async () => {
  const made = await madeHome();
  const home = join(world.folder, 'home');
  const system = systemAt(home);
  const goroot = join(home, 'toolchains', `${version}.linux-amd64`);
  const seen = new Set<string>();
  const died = await killAtEveryStep(
    { do: 'repair', version },
    home,
    async () => {
      await afresh(made, home);
      await writeFile(join(goroot, 'go.env'), 'damaged\n');
    },
    async () => {
      expect((await listToolchains(system)).map((each) => each.version)).toEqual([version, 'go1.25.3']);
      const damage = await differences(goroot);
      expect([[], ['go.env']]).toContainEqual(damage);
      seen.add(damage.join());
      await install(system, { version: '1.25.3' });
      expect(await differences(goroot)).toEqual(damage);
    },
  );
  expect(died).toBeGreaterThan(8);
  expect(seen).toEqual(new Set(['', 'go.env']));
});

it('prunes nothing by halves, killed at every step', async () => {
  const made = await madeHome();
  const home = join(world.folder, 'home');
  const system = systemAt(home);
  await writeFile(join(made, 'default'), `${version}\n`);
  const died = await killAtEveryStep(
    { do: 'prune', version: '' },
    home,
    () => afresh(made, home),
    async () => {
      expect([[version], [version, 'go1.25.3']]).toContainEqual(await wholeToolchains(system));
      const { items } = await planPrune(system, new Map(), { days: 0 });
      await drain(pruneThese(system, new Map(), { paths: items.map(({ path }) => path), days: 0 }));
      expect(await wholeToolchains(system)).toEqual([version]);
      expect(await filesBelow(join(home, 'staging'))).toEqual([]);
    },
  );
  expect(died).toBeGreaterThan(3);
});
