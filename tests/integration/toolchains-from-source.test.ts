import { execa } from 'execa';
import { access, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import type { System } from '#core/system';
import { listToolchains, sourceNeeds } from '#core/toolchains';
import {
  adoptToolchain,
  installToolchain,
  removeToolchain,
  verifyToolchains,
} from '#core/toolchains/changes';
import { fakeSource } from '#testing/fake-sources';
import { fakeArchive, fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { startInstall } from '#testing/install-process';
import { startReleaseServer } from '#testing/release-server';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

const version = 'go1.26.1';
const request = { version, from: 'source' };
const PATH = process.env['PATH'] ?? '';

let world: ToolchainWorld;
let system: System;
beforeEach(async (ctx) => {
  if ((await execa('bash', ['--version'], { reject: false })).failed) ctx.skip('no bash here');
  world = await toolchainWorld();
  system = world.everywhere({ PATH });
  await writeGoroot(join(world.folder, 'go1.24.9'), fakeGo('go1.24.9'));
  await adoptToolchain(system, { path: join(world.folder, 'go1.24.9') });
});
afterEach(() => world?.[Symbol.asyncDispose]());

/** Offers the sources of a fake Go, whose make.bash runs `make`, or else produces the archive of the site. */
function offer(make?: string): void {
  const archive = fakeArchive(fakeGo(version));
  world.server.offerArchive(fakeGo(version), archive);
  world.server.offerSource(
    version,
    fakeSource(fakeGo(version), { built: archive, ...(make === undefined ? {} : { make }) }),
  );
}

const logPath = (): string => join(world.root, 'logs', `build-${version}.linux-amd64.log`);

/** Expects that nothing of the build is left and that the Go from before is still installed. */
async function expectNoTrace(): Promise<void> {
  expect(await world.names('staging')).toEqual([]);
  expect(await world.names('locks')).toEqual([]);
  expect(await world.names('toolchains')).toEqual(['go1.24.9.linux-amd64', 'go1.24.9.linux-amd64.json']);
}

it('builds a Go, tells how, and proves that it is what is published', async () => {
  offer();
  const { toolchain, warnings, progress } = await install(system, request);
  expect(toolchain).toMatchObject({
    version,
    runsAs: 'native',
    managed: true,
    source: { kind: 'source', url: `${world.server.dl}/${version}.src.tar.gz` },
    verified: true,
    proof: { method: 'sha256', index: { filename: `${version}.src.tar.gz` } },
    built: { bootstrap: 'go1.24.9', identical: true, log: logPath(), durationMs: expect.any(Number) },
  });
  expect(warnings).toEqual([]);
  expect(await listToolchains(system)).toContainEqual(toolchain);
  expect([...new Set(progress.map(({ phase }) => phase))]).toEqual([
    'resolving',
    'downloading',
    'unpacking',
    'building',
    'verifying',
    'finishing',
  ]);
  const building = progress.flatMap((each) => each.building ?? []);
  expect(building.at(0)).toEqual({ step: 1, steps: 7, package: null, packages: 0 });
  expect(building.at(-1)).toEqual({ step: 7, steps: 7, package: null, packages: 4 });
  expect(await readFile(logPath(), 'utf8')).toContain('Building Go toolchain3 using go_bootstrap');
  expect(await world.names('staging')).toEqual([]);
  expect(await readdir(join(world.root, 'cache', 'downloads'))).toEqual([]);
  // None of the user's variables reached make.bash, and make.bash left nothing behind.
  await expect(access(join(toolchain.path, 'seen-by-make.txt'))).rejects.toThrow();
});

it('says so when what was built is not what is published', async () => {
  offer();
  world.server.offerArchive(fakeGo('go1.26.2'), fakeArchive(fakeGo('go1.26.2')));
  world.server.offerSource('go1.26.2', fakeSource(fakeGo('go1.26.2')));
  const { toolchain, warnings } = await install(system, { version: '1.26.2', from: 'source' });
  expect(toolchain.built?.identical).toBe(false);
  expect(warnings).toEqual([
    { code: 'source.differs', params: { version: 'go1.26.2', target: 'linux/amd64' } },
  ]);
});

it('packs what an older Go has built, without what only the build needed', async () => {
  world.server.offerSource('go1.20.14', fakeSource(fakeGo('go1.20.14')));
  const { toolchain } = await install(system, { version: 'go1.20.14', from: 'source' });
  expect(toolchain.built).toMatchObject({ bootstrap: 'go1.24.9', identical: null });
  const { verifications } = await drain(verifyToolchains(system, { version: 'go1.20.14' }));
  expect(verifications[0]?.findings).toEqual([]);
  const pkg = await readdir(join(toolchain.path, 'pkg'), { recursive: true });
  expect(pkg.toSorted()).toEqual([
    'linux_amd64',
    'linux_amd64/fmt.a',
    'tool',
    'tool/linux_amd64',
    'tool/linux_amd64/compile',
  ]);
  const seen = await readFile(join(toolchain.path, 'seen-by-make.txt'), 'utf8');
  expect(seen).toContain(`GOROOT_FINAL=${toolchain.path}\n`);
  expect(seen).toContain(`HOME=${join(world.root, 'staging')}`);
});

it('keeps the log of a build that fails, and what was downloaded', async () => {
  offer(
    'sleep 0.2; { echo "PROXY_TOKEN=s3cret"; echo "# cmd/compile"; printf "ssa.go:1: boom"; } >&2; exit 2',
  );
  const failed = await world.failed(system, request);
  expect(failed).toMatchObject({
    code: 'source.build-failed',
    params: { version, reason: 'ended', exitCode: 2, log: logPath() },
  });
  expect(failed.message).toMatch(/ended with exit code 2\.\n[^]*# cmd\/compile\nssa\.go:1: boom$/);
  const log = await readFile(logPath(), 'utf8');
  expect(log).toMatch(/^Building Go cmd\/dist[^]*boom\n$/);
  expect(log + failed.message).not.toContain('s3cret');
  await expectNoTrace();

  await world.failed(system, request);
  expect(world.server.requests.filter((path) => path.endsWith('.src.tar.gz'))).toHaveLength(1);
  expect(await readFile(logPath(), 'utf8')).toBe(log);
});

it('knows a full disk by what make.bash says of it', async () => {
  offer('echo "write /x: no space left on device"; for i in 1 2 3 4 5 6 7 8; do echo $i; done; exit 1');
  expect(await world.failed(system, request)).toMatchObject({
    code: 'source.build-failed',
    params: { reason: 'disk-full', lines: ['3', '4', '5', '6', '7', '8'] },
  });
});

it('ends everything that it has started when it is cancelled', async () => {
  offer('sleep 300 & echo $! > "$BURROW_TEST_PIDS"; trap "" TERM; while true; do sleep 0.1; done');
  const pids = join(world.folder, 'pids');
  const withPids: System = {
    ...system,
    stream: (command) => system.stream({ ...command, env: { ...command.env, BURROW_TEST_PIDS: pids } }),
  };
  const stop = new AbortController();
  const running = install(withPids, request, { signal: stop.signal });
  const ended = expect(running).rejects.toMatchObject({ code: 'cancelled' });
  await expect.poll(() => readFile(pids, 'utf8').catch(() => '')).toMatch(/\d+/);
  const pid = Number(await readFile(pids, 'utf8'));
  stop.abort();
  await ended;
  expect(() => process.kill(pid, 0)).toThrow();
  await expectNoTrace();
  await expect(access(logPath())).rejects.toThrow();
});

it('stops when nobody listens any more', async () => {
  offer('echo net/http; sleep 300');
  for await (const step of installToolchain(system, request)) {
    if (step.building?.package === 'net/http' && step.building.packages > 4) break;
  }
  await expectNoTrace();
});

it('is not overwhelmed by what a build writes', async () => {
  offer(
    'yes "a line of a compiler that has lost its mind" | head -c 40000000; head -c 3000000 /dev/zero; exit 1',
  );
  const { params } = await world.failed(system, request);
  expect(JSON.stringify(params).length).toBeLessThan(4000);
  expect((await stat(logPath())).size).toBeLessThan(18 * 1024 ** 2);
});

it('leaves nothing that blocks after kill -9', async () => {
  // It keeps writing, as a real build does, and so ends when nobody reads its output.
  offer('while true; do echo net/http; mkdir -p ../pkg/obj/$RANDOM; sleep 0.02; done');
  const env = {
    PATH,
    BURROW_HOME: world.root,
    BURROW_GO_DL: world.server.dl,
    GOPROXY: world.server.proxy,
    GOSUMDB: world.server.sumdb,
  };
  const process = startInstall(version, env, 'source');
  await process.reached('building');
  await pause(150);
  await process.kill();
  expect(await world.names('staging')).toEqual([`${version}.linux-amd64`]);
  const { toolchain } = await install(system, { version, from: 'official' });
  expect(toolchain.source.kind).toBe('official');
  expect(await world.names('staging')).toEqual([]);
});

it.each([
  ['a version that is not there', { version: '1.26.99' }, 'version.unknown'],
  ['sources that the index does not list', { version: '1.26.2' }, 'source.no-checksum'],
  ['another processor', { version, arch: 'arm64' }, 'source.cannot-build'],
  ['another system', { version, os: 'darwin' }, 'source.cannot-build'],
  ['a Go that is written in C', { version: '1.4.3' }, 'source.cannot-build'],
  ['a Go that no Go here can compile', { version: '1.96.0' }, 'source.no-bootstrap'],
])('refuses %s before it downloads anything', async (_, wanted, code) => {
  offer();
  world.server.offerFake(fakeGo('go1.26.2'));
  for (const each of ['go1.4.3', 'go1.96.0']) world.server.offerSource(each, fakeSource(fakeGo(each)));
  expect((await world.failed(system, { ...wanted, from: 'source' })).code).toBe(code);
  expect(world.server.requests.filter((path) => path.endsWith('.src.tar.gz'))).toEqual([]);
});

it('needs bash, and says so before it downloads anything', async () => {
  offer();
  const noBash: System = { ...system, env: { ...system.env, PATH: '/nothing' } };
  const { code, params } = await world.failed(noBash, request);
  expect([code, params['command']]).toEqual(['process.not-found', 'bash']);
  expect((await sourceNeeds(noBash, { version })).because?.code).toBe('process.not-found');
  expect(world.server.requests.filter((path) => path.endsWith('.src.tar.gz'))).toEqual([]);
});

it('trusts no place with what the sources are', async () => {
  offer();
  world.server.fail({ path: /\.src\.tar\.gz$/, kind: 'corrupt' });
  expect((await world.failed(system, request)).code).toBe('toolchain.checksum-mismatch');
  await expectNoTrace();
});

it('goes on at the next place', async () => {
  offer();
  await using mirror = await startReleaseServer();
  mirror.mirror(world.server);
  world.server.fail({ path: /\.src\.tar\.gz$/, kind: { status: 503 } });
  const { toolchain } = await install(world.everywhere({ PATH, BURROW_GO_DL_MIRRORS: mirror.dl }), request);
  expect(toolchain).toMatchObject({
    source: { kind: 'source', url: `${mirror.dl}/${version}.src.tar.gz` },
    built: { identical: true },
  });
});

it('builds again what is damaged, and never with what is damaged', async () => {
  offer();
  const { toolchain } = await install(system, request);
  await writeFile(join(toolchain.path, 'LICENSE'), 'mine');
  const { verifications } = await drain(verifyToolchains(system, { version, repair: true }));
  expect(verifications[0]).toMatchObject({ repaired: true, findings: [{ path: 'LICENSE' }] });
  expect(await listToolchains(system)).toContainEqual(
    expect.objectContaining({ version, built: expect.objectContaining({ bootstrap: 'go1.24.9' }) }),
  );
});

it('says beforehand what a build needs', async () => {
  expect(await sourceNeeds(system, { version })).toMatchObject({
    bootstrap: { version: 'go1.24.9' },
    because: null,
  });
  expect(await sourceNeeds(system, { version: 'go1.96.0' })).toEqual({
    bootstrap: null,
    because: {
      code: 'source.no-bootstrap',
      params: { version: 'go1.96.0', min: 'go1.94.0', install: 'go1.94.0' },
    },
  });
  const windows: System = { ...system, os: 'windows' };
  expect((await sourceNeeds(windows, { version })).because?.params['reason']).toBe('windows');
  // So does a Go that is found on the machine.
  await removeToolchain(system, { version: 'go1.24.9' });
  await writeGoroot(join(world.folder, 'sdk', 'go1.95.0'), fakeGo('go1.95.0'));
  expect((await sourceNeeds(system, { version: 'go1.96.0' })).bootstrap).toEqual({
    version: 'go1.95.0',
    path: join(world.folder, 'sdk', 'go1.95.0'),
  });
});
