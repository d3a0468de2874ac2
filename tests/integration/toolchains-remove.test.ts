import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeToolchain } from '#core/toolchains/changes';
import { fakeGo } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { wholeToolchains } from '#testing/whole-toolchains';

// Some versions are prefixes of others. All are installed, newest first, and each test restores what it removes.
const versions = ['go1.22.5', 'go1.22rc1', 'go1.20.5', 'go1.20', 'go1.20rc1', 'go1.2.2', 'go1.2'];
let world: ToolchainWorld;
beforeAll(async () => {
  world = await toolchainWorld();
  // Oldest first, because `1.20` means go1.20.5 once that is installed.
  for (const version of versions.toReversed()) {
    world.server.offerFake(fakeGo(version));
    await install(world.everywhere(), { version });
  }
  await cp(join(world.root, 'toolchains'), join(world.folder, 'all'), { recursive: true });
});
afterAll(() => world[Symbol.asyncDispose]());

const there = (): Promise<string[]> => wholeToolchains(world.everywhere());
const remove = (version: string) => removeToolchain(world.everywhere(), { version });

it.each(versions.flatMap((version) => [version, version.slice(2)]))(
  'remove %s takes away that one alone, and nothing the second time',
  async (named) => {
    const version = named.startsWith('go') ? named : `go${named}`;
    const others = versions.filter((each) => each !== version);
    expect(await remove(named)).toMatchObject({ version });
    expect(await there()).toEqual(others);
    await expect(remove(named)).rejects.toMatchObject({ code: 'toolchain.not-installed' });
    expect(await there()).toEqual(others);
    await cp(join(world.folder, 'all'), join(world.root, 'toolchains'), { recursive: true });
  },
);

it.each([
  ['1.20.1', 'toolchain.not-installed'],
  ['1.2.1', 'toolchain.not-installed'],
  ['1.22.50', 'toolchain.not-installed'],
  ['1', 'toolchain.not-installed'],
  ['go1.20rc', 'toolchain.not-installed'],
  ['1.2*', 'version.unreadable'],
  ['1.20.x', 'version.unreadable'],
  ['1.2.', 'version.unreadable'],
  ['latest', 'version.unreadable'],
  ['', 'version.unreadable'],
  ['../go1.2', 'version.unreadable'],
  ['go1.2.linux-amd64', 'version.unreadable'],
])('remove %j takes nothing away', async (named, code) => {
  await expect(remove(named)).rejects.toMatchObject({ code });
  expect(await there()).toEqual(versions);
});
