import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { burrowPaths, localSystem, type System } from '#core/system';
import {
  adoptToolchain,
  forgetToolchain,
  installToolchain,
  pruneThese,
  removeToolchain,
  takeOver,
  verifyToolchains,
} from '#core/switching';
import { planPrune } from '#core/toolchains';
import { CommandLine } from '#testing/command-line';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { startReleaseServer } from '#testing/release-server';
import { type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

const [first, second] = ['go1.26.1', 'go1.25.3'];
let world: ToolchainWorld;
let system: System;
beforeEach(async () => {
  world = await toolchainWorld();
  for (const version of [first, second]) world.server.offerFake(fakeGo(version));
  system = world.everywhere();
});
afterEach(() => world[Symbol.asyncDispose]());

const goroot = (version: string) => join(world.root, 'toolchains', `${version}.linux-amd64`);

async function launchers(): Promise<string[]> {
  const names = await readdir(join(world.root, 'shims')).catch(() => []);
  return names.filter((name) => /^go\d/.test(name)).toSorted((a, b) => a.localeCompare(b));
}

async function install(...versions: string[]): Promise<void> {
  for (const version of versions) await drain(installToolchain(system, { version }));
}

async function prunable(): Promise<string[]> {
  // The first toolchain is the default, which is not pruned.
  await rm(burrowPaths(system).defaultFile);
  const { items } = await planPrune(system, new Map(), { days: 0 });
  return items.map(({ path }) => path);
}

describe('launchers follow', () => {
  it('an install and a removal', async () => {
    await install(first, second);
    expect(await launchers()).toEqual([second, first]);
    expect((await removeToolchain(system, { version: second })).removed.version).toBe(second);
    expect(await launchers()).toEqual([first]);
  });

  it('an adoption, and forgetting it', async () => {
    const path = join(world.folder, 'sdk', first);
    await writeGoroot(path, fakeGo(first));
    await adoptToolchain(system, { path });
    expect(await launchers()).toEqual([first]);
    await forgetToolchain(system, { path });
    expect(await launchers()).toEqual([]);
  });

  it('a take-over of several', async () => {
    for (const version of [first, second]) {
      await writeGoroot(join(world.folder, 'sdk', version), fakeGo(version));
    }
    await takeOver(system, { manager: 'sdk' });
    expect(await launchers()).toEqual([second, first]);
  });

  it('a repair', async () => {
    await install(first);
    await rm(join(goroot(first), 'bin/go'));
    await install(second);
    expect(await launchers()).toEqual([second]);
    await drain(verifyToolchains(system, { repair: true }));
    expect(await launchers()).toEqual([second, first]);
  });

  it('a prune', async () => {
    await install(first, second);
    await drain(pruneThese(system, new Map(), { paths: await prunable(), days: 0 }));
    expect(await launchers()).toEqual([]);
  });

  it.each(['leaves', 'aborts'])('a prune of which the caller %s before its second item', async (how) => {
    await install(first, second);
    const stop = new AbortController();
    const pruning = pruneThese(system, new Map(), { paths: await prunable(), days: 0 }, stop.signal);
    await pruning.next();
    if (how === 'leaves') {
      await pruning.next();
      await pruning.return(undefined as never);
    } else {
      stop.abort();
      await expect(drain(pruning)).rejects.toMatchObject({ code: 'cancelled' });
    }
    const left = [first, second].filter((version) => existsSync(goroot(version)));
    expect(left).toHaveLength(1);
    expect(await launchers()).toEqual(left);
  });
});

it('a change that is refused writes nothing', async () => {
  const home = join(world.folder, 'another-home');
  await mkdir(home, { mode: 0o777 });
  const elsewhere = world.everywhere({ BURROW_HOME: home });
  await expect(drain(installToolchain(elsewhere, { version: '1.99' }))).rejects.toMatchObject({
    code: 'version.unknown',
  });
  await expect(removeToolchain(elsewhere, { version: '1.26.1' })).rejects.toMatchObject({
    code: 'toolchain.not-installed',
  });
  expect((await readdir(home)).filter((name) => name !== 'cache')).toEqual([]);
});

it('verify --repair restores a launcher that was removed meanwhile', async () => {
  await using server = await startReleaseServer();
  const { os, arch } = localSystem();
  for (const version of [first, second]) server.offerFake(fakeGo(version, { os, arch }));
  const { dl, proxy, sumdb } = server;
  await using burrow = await CommandLine.make({ BURROW_GO_DL: dl, GOPROXY: proxy, GOSUMDB: sumdb });
  const launcher = join(burrow.home, 'shims', first);
  expect(await burrow.run(['install', '1.26.1'])).toMatchObject({ exitCode: 0 });
  expect(existsSync(launcher)).toBe(true);
  await rm(join(burrow.home, 'toolchains', `${first}.${os}-${arch}`, 'bin/go'));
  expect(await burrow.run(['install', '1.25.3'])).toMatchObject({ exitCode: 0 });
  expect(existsSync(launcher)).toBe(false);
  expect(await burrow.run(['verify', '--repair'])).toMatchObject({ exitCode: 0 });
  expect(existsSync(launcher)).toBe(true);
});
