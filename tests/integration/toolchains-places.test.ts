import { execa } from 'execa';
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { drain } from '#contract/streams';
import { removeToolchain, verifyToolchains } from '#core/toolchains/changes';
import { fakeGo } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { differences, wholeToolchains } from '#testing/whole-toolchains';

const version = 'go1.26.1';

// The user's home and the temporary files are on one disk, and parts of Burrow's home on another.
let world: ToolchainWorld;
let elsewhere: string | null;
let mounted: string[];
beforeEach(async () => {
  world = await toolchainWorld({ inMemory: false });
  world.server.offerFake(fakeGo(version, { files: 50 }));
  elsewhere = await folderOnAnotherDisk();
  mounted = [];
});
afterEach(async () => {
  for (const path of mounted.toReversed()) await execa('umount', [path]);
  if (elsewhere) await rm(elsewhere, { recursive: true, force: true });
  await world[Symbol.asyncDispose]();
});

async function folderOnAnotherDisk(): Promise<string | null> {
  const other = await stat('/dev/shm').catch(() => null);
  if (other === null || other.dev === (await stat(tmpdir())).dev) return null;
  return await mkdtemp('/dev/shm/burrow-elsewhere-');
}

function need(ctx: TestContext): string {
  return elsewhere ?? ctx.skip('there is no second disk here');
}

async function mount(ctx: TestContext, at: string, ...args: string[]): Promise<void> {
  const ran = await execa('mount', [...args, at], { reject: false });
  if (ran.failed) ctx.skip(`this cannot be mounted here: mount ${args.join(' ')}`);
  mounted.push(at);
}

/** Does everything that moves or links files, from a first install to a removal. */
async function wholeLife(): Promise<void> {
  for (const from of ['official', 'proxy']) {
    const system = world.everywhere();
    const { toolchain } = await install(system, { version, from });
    expect(await wholeToolchains(system)).toEqual([version]);
    await writeFile(join(toolchain.path, 'go.env'), 'damaged\n');
    await drain(verifyToolchains(system, { version, repair: true }));
    expect(await differences(toolchain.path)).toEqual([]);
    await removeToolchain(system, { version });
    await world.expectNothing();
  }
}

describe('works with', () => {
  it('a home that is a link to another disk', async (ctx) => {
    await symlink(need(ctx), world.root);
    await wholeLife();
  });

  it('a disk that is mounted as its home', async (ctx) => {
    await mkdir(world.root, { mode: 0o700 });
    await mount(ctx, world.root, '-t', 'tmpfs', '-o', 'mode=0700', 'burrow-test');
    await wholeLife();
  });

  it('a cache that is a link to another disk', async (ctx) => {
    await mkdir(world.root, { mode: 0o700 });
    await symlink(need(ctx), join(world.root, 'cache'));
    await wholeLife();
  });

  it('toolchains/ and staging/ that are links to the same other disk', async (ctx) => {
    await mkdir(world.root, { mode: 0o700 });
    for (const name of ['toolchains', 'staging']) {
      await mkdir(join(need(ctx), name));
      await symlink(join(need(ctx), name), join(world.root, name));
    }
    await wholeLife();
  });

  it('an archive on another disk', async (ctx) => {
    const archive = join(need(ctx), 'go.tar.gz');
    await install(world.everywhere(), { version });
    const response = await fetch(`${world.server.dl}/${version}.linux-amd64.tar.gz`);
    await writeFile(archive, Buffer.from(await response.arrayBuffer()));
    await removeToolchain(world.everywhere(), { version });
    await install(world.everywhere(), { version, from: archive });
    expect(await wholeToolchains(world.everywhere())).toEqual([version]);
  });

  it('a home that came with the image of a container, whose folders cannot be renamed', async (ctx) => {
    const layers = ['lower', 'upper', 'work'].map((name) => join(world.folder, 'disk', name));
    const [lower = '', upper = '', work = ''] = layers;
    await mkdir(join(world.folder, 'disk'));
    await mount(ctx, join(world.folder, 'disk'), '-t', 'tmpfs', 'burrow-test');
    for (const layer of layers) await mkdir(layer, { mode: 0o700 });
    const inImage = world.everywhere({ BURROW_HOME: lower });
    await install(inImage, { version });
    world.server.offerFake(fakeGo('go1.25.3'));
    await install(inImage, { version: '1.25.3' });
    await mkdir(world.root);
    const options = `lowerdir=${lower},upperdir=${upper},workdir=${work}`;
    await mount(ctx, world.root, '-t', 'overlay', '-o', options, 'burrow-test');

    const system = world.everywhere();
    const goroot = join(world.root, 'toolchains', `${version}.linux-amd64`);
    await writeFile(join(goroot, 'go.env'), 'damaged\n');
    await drain(verifyToolchains(system, { version, repair: true }));
    expect(await wholeToolchains(system)).toEqual([version, 'go1.25.3']);
    await removeToolchain(system, { version: '1.25.3' });
    expect(await wholeToolchains(system)).toEqual([version]);
    await removeToolchain(system, { version });
    await world.expectNothing();
  });
});

const refused = async () => {
  const { code, params } = await world.failed(world.everywhere(), { version });
  expect(await world.names('staging')).toEqual([]);
  expect(await world.names('locks')).toEqual([]);
  return { code, reason: params['reason'] };
};
const downloads = () => world.server.requests.filter((path) => path.endsWith('.tar.gz'));

describe('says clearly, and leaves nothing of the install, when', () => {
  it('toolchains/ alone is a link to another disk, before it downloads', async (ctx) => {
    await mkdir(world.root, { mode: 0o700 });
    await symlink(need(ctx), join(world.root, 'toolchains'));
    expect(await refused()).toEqual({ code: 'home.unusable', reason: 'two-disks' });
    expect(downloads()).toEqual([]);
  });

  it('the same disk is mounted a second time as toolchains/', async (ctx) => {
    const toolchains = join(world.root, 'toolchains');
    await mkdir(toolchains, { recursive: true, mode: 0o700 });
    await mkdir(join(world.folder, 'volume'));
    await mount(ctx, toolchains, '--bind', join(world.folder, 'volume'));
    expect(await refused()).toEqual({ code: 'home.unusable', reason: 'two-disks' });
    expect(await world.names('toolchains')).toEqual([]);
  });

  it('the home is a link to a disk that is not there', async () => {
    await symlink(join(world.folder, 'not-mounted', 'burrow'), world.root);
    expect(await refused()).toEqual({ code: 'home.unusable', reason: 'cannot-be-made' });
    expect(downloads()).toEqual([]);
  });
});
