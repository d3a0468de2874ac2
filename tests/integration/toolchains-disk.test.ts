import { execa } from 'execa';
import { mkdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listToolchains } from '#core/toolchains';
import { fakeGo } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

// Burrow's home on a separate, small disk, which only root on Linux can make.
let world: ToolchainWorld;
beforeEach(async (ctx) => {
  world = await toolchainWorld({ inMemory: false });
  await mkdir(world.root);
  const mounted = await execa(
    'mount',
    ['-t', 'tmpfs', '-o', 'size=4m,mode=0700', 'burrow-test', world.root],
    {
      reject: false,
    },
  );
  if (mounted.failed) ctx.skip('a disk of its own for the test cannot be mounted here');
});
afterEach(async () => {
  await execa('umount', [world.root], { reject: false });
  await world[Symbol.asyncDispose]();
});

it.each([
  ['the download', { padding: 6_000_000 }],
  ['what is unpacked', { padding: 1_500_000, files: 2000 }],
])(
  'says that the disk is full when %s does not fit, leaves nothing, and works once there is room',
  async (_, more) => {
    world.server.offerFake(fakeGo('go1.26.1', more));
    world.server.offerFake(fakeGo('go1.26.0'));
    const { code } = await world.failed(world.everywhere(), { version: '1.26.1', from: 'proxy' });
    expect(code).toBe('disk.full');
    await world.expectNothing();
    await install(world.everywhere(), { version: '1.26.0' });
    await execa('mount', ['-o', 'remount,size=60m', world.root]);
    await install(world.everywhere(), { version: '1.26.1' });
    expect((await listToolchains(world.everywhere())).map(({ version }) => version)).toEqual([
      'go1.26.1',
      'go1.26.0',
    ]);
  },
);

it('says that the home cannot be written to, and still lists what is there', async () => {
  world.server.offerFake(fakeGo('go1.26.1'));
  world.server.offerFake(fakeGo('go1.26.0'));
  await install(world.everywhere(), { version: '1.26.0' });
  await execa('mount', ['-o', 'remount,ro', world.root]);
  const { code } = await world.failed(world.everywhere(), { version: '1.26.1' });
  expect(code).toBe('home.unusable');
  expect(await listToolchains(world.everywhere())).toHaveLength(1);
});
