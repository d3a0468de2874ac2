import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeGo } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import type promises from 'node:fs/promises';
import { basename } from 'node:path';

/** Files that were opened, in their order. */
const opened: string[] = [];
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof promises>();
  const open: typeof real.open = (path, ...rest) => {
    opened.push(String(path));
    return real.open(path, ...rest);
  };
  return { ...real, open };
});

let world: ToolchainWorld;
beforeEach(async () => {
  world = await toolchainWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

/** The records of toolchains that an install reads. */
async function recordsRead(version: string): Promise<string[]> {
  opened.length = 0;
  await install(world.everywhere(), { version });
  return opened.map((path) => basename(path)).filter((name) => /^go.*\.json$/.test(name));
}

it('an install reads one record, however many toolchains are here', async () => {
  for (const version of ['go1.24.9', 'go1.25.3', 'go1.26.1', 'go1.26.2']) {
    world.server.offerFake(fakeGo(version));
    expect(await recordsRead(version)).toEqual([`${version}.linux-amd64.json`]);
  }
  expect(await recordsRead('go1.25.3')).toEqual(['go1.25.3.linux-amd64.json']);
});
