import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installedVersions, listToolchains } from '#core/toolchains';
import { fakeGo } from '#testing/fake-toolchains';
import { startInstall } from '#testing/install-process';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

const version = 'go1.26.1';

let world: ToolchainWorld;
beforeEach(async () => {
  world = await toolchainWorld();
  world.server.offerFake(fakeGo(version, { padding: 2_000_000, files: 500 }));
});
afterEach(() => world[Symbol.asyncDispose]());

/** What the process that is killed sees: the module proxy alone, so that every phase has something to do. */
const env = (): Record<string, string> => ({
  BURROW_HOME: world.root,
  BURROW_GO_DL: `${world.server.url}/nothing`,
  GOPROXY: world.server.proxy,
  GOSUMDB: world.server.sumdb,
});

it.each([
  ['downloads', 'downloading', 0],
  ['downloads', 'downloading', 150],
  ['unpacks', 'unpacking', 0],
  ['unpacks', 'unpacking', 40],
  ['unpacks', 'unpacking', 80],
  ['verifies', 'verifying', 0],
  ['finishes', 'finishing', 0],
  ['finishes', 'finishing', 2],
  ['finishes', 'finishing', 6],
])('is there whole or not at all after kill -9 while it %s', async (_, phase, ms) => {
  world.server.fail({ path: /\.zip$/, kind: { bytesPerSecond: 8_000_000 } });
  const process = startInstall(version, env());
  await process.reached(phase);
  await pause(ms);
  await process.kill();

  const system = world.system(env());
  const listed = await listToolchains(system);
  expect(await installedVersions(system)).toHaveLength(listed.length);
  world.server.heal();
  const { toolchain, already } = await install(system, { version });
  expect(already).toBe(listed.length === 1);
  expect(toolchain).toMatchObject({ version, verified: true });
  expect(await world.names('staging')).toEqual([]);
  expect(await world.names('locks')).toEqual([]);
  expect(await world.names('toolchains')).toHaveLength(2);
});

it('lets two processes that install the same Go share one download', async () => {
  world.server.fail({ path: /\.zip$/, kind: { bytesPerSecond: 1_000_000 } });
  const both = [startInstall(version, env()), startInstall(version, env())];
  await Promise.all(both.map(({ ended }) => ended));
  const outputs = both.map((each) => each.output());
  expect(outputs.filter((output) => output.includes('done false'))).toHaveLength(1);
  expect(outputs.filter((output) => output.includes('waiting') && output.includes('done true'))).toHaveLength(
    1,
  );
  expect(world.server.requests.filter((path) => path.endsWith('.zip'))).toHaveLength(1);
});
