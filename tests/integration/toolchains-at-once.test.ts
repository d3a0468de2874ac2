import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLocalClient } from '#api';
import { drain } from '#contract/streams';
import { startKilledProcess } from '#testing/killed-process';
import { fakeGo } from '#testing/fake-toolchains';
import { type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { wholeToolchains } from '#testing/whole-toolchains';

let world: ToolchainWorld;
beforeEach(async () => {
  world = await toolchainWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

it('lets eight processes install and another remove at once: nothing is lost, nothing comes twice', async () => {
  const same = 'go1.26.1';
  const others = ['go1.26.0', 'go1.25.3', 'go1.25.2', 'go1.24.9'];
  const [kept, removed] = ['go1.23.4', 'go1.22.12'];
  for (const version of [same, ...others, kept, removed]) {
    world.server.offerFake(fakeGo(version, { padding: 200_000, files: 100 }));
  }
  const system = world.everywhere({ PATH: process.env['PATH'] ?? '' });
  await using client = createLocalClient(system);
  for (const version of [kept, removed]) {
    await drain(client.toolchains.install({ version }));
  }
  await writeFile(join(world.root, 'default'), `${kept}\n`);
  const before = world.server.requests.length;
  world.server.fail({ path: /\.tar\.gz$/, kind: { bytesPerSecond: 1_000_000 } });

  const env = { ...system.env } as Record<string, string>;
  const work = [
    ...Array.from({ length: 4 }, () => ({ do: 'install', version: same }) as const),
    ...others.map((version) => ({ do: 'install', version }) as const),
    { do: 'remove', version: removed } as const,
  ];
  const processes = work.map(() => startKilledProcess(env));
  await Promise.all(processes.map(({ ready }) => ready));
  await Promise.all(
    processes.map((process, index) => process.begin(work[index] ?? { do: 'install', version: same })),
  );
  expect(await Promise.all(processes.map((process) => process.ended()))).toEqual(work.map(() => true));

  const expected = [same, ...others, kept];
  expect(await wholeToolchains(system)).toEqual(expected);
  const launchers = (await readdir(join(world.root, 'shims'))).filter((name) => name !== 'man');
  expect(launchers.toSorted()).toEqual(['burrow', 'go', 'gofmt', ...expected].toSorted());
  expect(await readFile(join(world.root, 'default'), 'utf8')).toBe(`${kept}\n`);
  const downloads = world.server.requests.slice(before).filter((path) => path.endsWith('.tar.gz'));
  expect(downloads.toSorted()).toEqual(
    [same, ...others].map((version) => `/dl/${version}.linux-amd64.tar.gz`).toSorted(),
  );
  expect(await world.names('staging')).toEqual([]);
  expect(await world.names('locks')).toEqual([]);
  expect(await readdir(join(world.root, 'cache', 'downloads'))).toEqual([]);
});
