import { execa } from 'execa';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, type TestContext } from 'vitest';
import { listToolchains } from '#core/toolchains';
import { realProxy } from '#testing/module-proxy';
import { realModuleZip } from '#testing/real-toolchains';
import { startInstall } from '#testing/install-process';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

const version = 'go1.24.9';
const target = process.arch === 'arm64' ? 'linux-arm64' : 'linux-amd64';

/** An earlier tree head of the real database, with which the current one must be consistent. */
const seenBefore = `go.sum database tree
71769961
O0jlIxwRb2vZYS1na726XLlaDCtCqKUVLld+AY32AGA=

— sum.golang.org Az3grufbQia/eVmOpUINcw1UBa6rB6ikK2tQHD1unUUvIMEXtMyuoYzc+kL7vaGESkPcmXTD1s5Cu55o14FrOYfragA=
`;

/** The number of records of a tree head. */
const sizeOf = (head: string): number => Number(head.split('\n')[1]);

let world: ToolchainWorld;
beforeEach(async (ctx) => {
  if (process.platform !== 'linux') ctx.skip('the real toolchains of this test are for Linux');
  world = await toolchainWorld();
});
afterEach(() => world?.[Symbol.asyncDispose]());

/** The environment of a process that installs from the loopback server, which passes on the real modules. */
const throughServer = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  BURROW_HOME: world.root,
  BURROW_GO_DL: `${world.server.url}/nothing`,
  GOPROXY: world.server.proxy,
});

async function needRealZip(ctx: TestContext): Promise<void> {
  if (!(await realModuleZip(version, target))) ctx.skip(`no module proxy gives ${version}`);
}

async function runs(goroot: string): Promise<string> {
  const { stdout } = await execa(`${goroot}/bin/go`, ['version'], {
    env: { GOTOOLCHAIN: 'local', GOROOT: '' },
  });
  return stdout;
}

it('installs a real Go from the real module proxy, proven by the real checksum database', async (ctx) => {
  const proxy = await realProxy();
  if (!proxy) ctx.skip('no Go here that would name a module proxy');
  const system = world.system(
    { GOPROXY: proxy ?? '', BURROW_GO_DL: `${world.server.url}/nothing` },
    hereArch(),
  );
  const memory = join(world.root, 'cache', 'sumdb', 'sum.golang.org+033de0ae', 'latest');
  await mkdir(dirname(memory), { recursive: true });
  await writeFile(memory, seenBefore);
  const { toolchain, warnings } = await install(system, { version });
  expect(toolchain).toMatchObject({ version, verified: true, source: { kind: 'proxy' }, runsAs: 'native' });
  expect(toolchain.proof).toMatchObject({ method: 'checksum-database' });
  expect(warnings).toEqual([]);
  expect(sizeOf(await readFile(memory, 'utf8'))).toBeGreaterThanOrEqual(sizeOf(seenBefore));
  expect(toolchain.bytes).toBeGreaterThan(200_000_000);
  expect(await runs(toolchain.path)).toMatch(/^go version go1\.24\.9 linux\//);
});

it('installs a real archive of the download site', async (ctx) => {
  const [os = '', arch = ''] = target.split('-');
  if (!(await world.server.offerReal(version, os, arch))) ctx.skip(`no module proxy gives ${version}`);
  const { toolchain } = await install(world.system({ BURROW_GO_DL: world.server.dl }, hereArch()), {
    version: '1.24',
  });
  expect(toolchain).toMatchObject({ version, verified: true, proof: { method: 'sha256' } });
  expect(await runs(toolchain.path)).toMatch(/^go version go1\.24\.9 linux\//);
});

function hereArch(): { arch: 'amd64' | 'arm64' } {
  return { arch: process.arch === 'arm64' ? 'arm64' : 'amd64' };
}

it('is not there after kill -9 while it unpacks, and the next install works', async (ctx) => {
  await needRealZip(ctx);
  const killed = startInstall(version, throughServer());
  await killed.reached('unpacking');
  await killed.kill();
  const system = world.system(throughServer(), hereArch());
  expect(await listToolchains(system)).toEqual([]);
  expect(await world.names('staging')).toHaveLength(1);
  const { toolchain } = await install(system, { version });
  expect(toolchain.verified).toBe(true);
  // Its module had been downloaded already, and was kept.
  expect(world.server.requests.filter((path) => path.endsWith('.zip'))).toHaveLength(1);
  expect(await runs(toolchain.path)).toContain(version);
  expect(await world.names('staging')).toEqual([]);
});
