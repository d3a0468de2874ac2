import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { fakeGo } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

/** Files that were opened, in their order. */
const opened: string[] = [];
const { open } = fs.promises;

// Not vi.mock, which does not reach modules that another file of the same process has loaded.
beforeAll(() => {
  fs.promises.open = (path, ...rest) => {
    opened.push(String(path));
    return open(path, ...rest);
  };
  syncBuiltinESMExports();
});
afterAll(() => {
  fs.promises.open = open;
  syncBuiltinESMExports();
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
