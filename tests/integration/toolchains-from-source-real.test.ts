import { execa } from 'execa';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, expect, it, type TestContext } from 'vitest';
import { openPromise as openZip } from 'yauzl';
import type { System } from '#core/system';
import { sourceNeeds } from '#core/toolchains';
import { realModuleZip } from '#testing/real-toolchains';
import { stressed } from '#testing/stress';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

let world: ToolchainWorld;
let system: System;
beforeEach(async (ctx) => {
  if (process.platform !== 'linux') ctx.skip('the real sources of this test are built on Linux');
  world = await toolchainWorld();
  system = world.everywhere({ PATH: process.env['PATH'] ?? '' });
  if (process.arch === 'arm64') system = { ...system, arch: 'arm64' };
});
afterEach(() => world?.[Symbol.asyncDispose]());

/** Builds a real Go with a Go of this machine. */
async function build(version: string, ctx: TestContext) {
  if (!(await world.server.offerRealSource(version))) ctx.skip(`no module proxy gives ${version}`);
  if (!(await sourceNeeds(system, { version })).bootstrap) ctx.skip(`no Go here that compiles ${version}`);
  return install(system, { version, from: 'source' });
}

it('builds a real Go, which then builds a program', async (ctx) => {
  if (stressed(0, 1) === 0) ctx.skip('takes two processors a minute: set BURROW_STRESS=1');
  // The newest of the old versions that the module proxy has, which are built in a quarter of the time.
  const { toolchain, progress } = await build('go1.8.3', ctx);
  expect(toolchain).toMatchObject({ verified: true, built: { identical: null } });
  const seen = progress.flatMap(({ building }) => building ?? []);
  expect([...new Set(seen.map(({ step }) => step))]).toEqual([1, 2, 3, 6, 7]);
  expect(seen.at(-1)?.packages).toBeGreaterThan(300);
  expect(new Set(seen.map((each) => each.package)).size).toBeGreaterThan(50);

  const program = join(world.folder, 'src', 'hello');
  await mkdir(program, { recursive: true });
  await writeFile(join(program, 'main.go'), 'package main\n\nfunc main() { println("built") }\n');
  const go = join(toolchain.path, 'bin', 'go');
  const env = { PATH: process.env['PATH'], GOPATH: world.folder };
  const { stdout } = await execa(go, ['env', 'GOROOT'], { env, extendEnv: false });
  expect(stdout).toBe(toolchain.path);
  const ran = await execa(go, ['run', 'main.go'], { cwd: program, env, extendEnv: false });
  expect(ran.stderr).toBe('built');
});

it('builds bit for bit what the Go project publishes', async (ctx) => {
  if (process.env['BURROW_TEST_BUILD'] !== '1') {
    ctx.skip('takes two processors three minutes: set BURROW_TEST_BUILD=1');
  }
  const version = 'go1.21.13';
  const { toolchain } = await build(version, ctx);
  const zip = (await realModuleZip(version, `linux-${system.arch}`)) ?? ctx.skip('no module to compare with');
  const archive = await openZip(zip);
  let compared = 0;
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName.split('/').slice(2).join('/');
    if (!/^(?:bin|pkg)\//.test(name)) continue;
    const published = createHash('sha256');
    await pipeline(await archive.openReadStreamPromise(entry), published);
    const here = createHash('sha256').update(await readFile(join(toolchain.path, name)));
    expect([name, here.digest('hex')]).toEqual([name, published.digest('hex')]);
    compared++;
  }
  expect(compared).toBeGreaterThan(10);
});
