import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { availableReleases, installedVersions, listToolchains } from '#core/toolchains';
import { removeToolchain } from '#core/toolchains/changes';
import { fakeGo as go } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

// All tests share one home, from the first install to the last removal, and depend on the ones before.
let world: ToolchainWorld;
beforeAll(async () => {
  world = await toolchainWorld({ inMemory: false });
  for (const version of ['go1.26.1', 'go1.26.0', 'go1.25.3', 'go1.27rc1', 'go1.24rc1']) {
    world.server.offerFake(go(version, { padding: 300_000 }));
  }
  world.server.offerFake(go('go1.26.1', { arch: 'arm64' }));
});
afterAll(() => world[Symbol.asyncDispose]());

it('installs from the official source, checked against its index', async () => {
  const { toolchain, already, warnings, progress } = await install(world.everywhere(), { version: '1.26' });
  expect(toolchain).toMatchObject({
    version: 'go1.26.1',
    os: 'linux',
    arch: 'amd64',
    runsAs: 'native',
    managed: true,
    default: true,
    path: join(world.root, 'toolchains', 'go1.26.1.linux-amd64'),
    source: { kind: 'official', url: `${world.server.dl}/go1.26.1.linux-amd64.tar.gz` },
    verified: true,
    proof: { method: 'sha256', index: { filename: 'go1.26.1.linux-amd64.tar.gz', url: world.server.dl } },
    supported: true,
  });
  expect({ already, warnings }).toEqual({ already: false, warnings: [] });
  expect([...new Set(progress.map(({ phase }) => phase))]).toEqual([
    'resolving',
    'downloading',
    'unpacking',
    'verifying',
    'finishing',
  ]);
  expect(progress.findLast(({ phase }) => phase === 'downloading')).toMatchObject({ version: 'go1.26.1' });
  const program = await stat(join(toolchain.path, 'bin', 'go'));
  expect(program.mode & 0o777).toBe(0o755);
  expect(await world.names('staging')).toEqual([]);
  expect(await world.names('locks')).toEqual([]);
});

it('writes down where it came from and what it consists of', async () => {
  const text = await readFile(join(world.root, 'toolchains', 'go1.26.1.linux-amd64.json'), 'utf8');
  const manifest = JSON.parse(text) as { files: string; bytes: number };
  const lines = manifest.files.trimEnd().split('\n');
  expect(lines.find((line) => line.endsWith(' bin/go'))).toMatch(/^[0-9a-f]{64} 755 1024 bin\/go$/);
  expect(lines.find((line) => line.endsWith('VERSION'))).toMatch(/^[0-9a-f]{64} 644 \d+ VERSION$/);
  const sum = lines.reduce((total, line) => total + Number(line.split(' ')[2]), 0);
  expect(manifest.bytes).toBe(sum);
});

it('does nothing twice', async () => {
  const before = world.server.requests.length;
  const { already, progress } = await install(world.everywhere(), { version: 'go1.26.1' });
  expect(already).toBe(true);
  expect(progress.map(({ phase }) => phase)).toEqual(['resolving']);
  expect(world.server.requests.slice(before)).toEqual(['/dl/?mode=json&include=all']);
});

it('installs a module: hash computed, looked up, signature and inclusion checked', async () => {
  const { toolchain, warnings } = await install(world.everywhere(), { version: '1.25.3', from: 'proxy' });
  expect(toolchain).toMatchObject({
    version: 'go1.25.3',
    verified: true,
    source: { kind: 'proxy' },
    proof: {
      method: 'checksum-database',
      hash: expect.stringMatching(/^h1:/),
      record: { database: world.server.database.name, treeSize: expect.any(Number) },
    },
    supported: true,
  });
  expect(warnings).toEqual([]);
  const mode = async (path: string) => (await stat(join(toolchain.path, path))).mode & 0o777;
  expect(await mode('bin/go')).toBe(0o755);
  expect(await mode('pkg/tool/linux_amd64/compile')).toBe(0o755);
  expect(await mode('lib/wasm/go_js_wasm_exec')).toBe(0o755);
  expect(await mode('src/fmt/print.go')).toBe(0o644);
  expect(await readFile(join(toolchain.path, 'src/cmd/go.mod'), 'utf8')).toBe('module cmd\n');
  await expect(stat(join(toolchain.path, 'src/_go.mod'))).rejects.toThrow(/ENOENT/);
});

it('installs for another processor only when told to', async () => {
  const { toolchain } = await install(world.everywhere(), { version: '1.26.1', arch: 'arm64' });
  expect(toolchain).toMatchObject({ version: 'go1.26.1', arch: 'arm64', runsAs: 'foreign' });
});

it('lists newest first, with the default', async () => {
  await writeFile(join(world.root, 'default'), 'go1.25.3\n');
  const listed = await listToolchains(world.everywhere());
  expect(listed.map((each) => [each.version, each.arch, each.default])).toEqual([
    ['go1.26.1', 'amd64', false],
    ['go1.26.1', 'arm64', false],
    ['go1.25.3', 'amd64', true],
  ]);
  expect(await installedVersions(world.everywhere())).toEqual(
    listed.map(({ version, os, arch, path }) => ({ version, os, arch, path })),
  );
});

it('knows what is on offer, and what of it is here', async () => {
  const { releases, origin } = await availableReleases(world.everywhere());
  expect(origin).toBe('live');
  expect(
    releases.map(({ version, stable, supported, installed }) => [version, stable, supported, installed]),
  ).toEqual([
    ['go1.27rc1', false, false, false],
    ['go1.26.1', true, true, true],
    ['go1.25.3', true, true, true],
  ]);
  expect(releases[1]?.target).toEqual({ os: 'linux', arch: 'amd64', runsAs: 'native' });
  const all = await availableReleases(world.everywhere(), { all: true });
  expect(all.releases.map(({ version }) => version)).toEqual([
    'go1.27rc1',
    'go1.26.1',
    'go1.26.0',
    'go1.25.3',
    'go1.24rc1',
  ]);
});

it('keeps the index for when the network is gone', async () => {
  world.server.fail({ path: /mode=json/, kind: 'html' });
  const { releases, origin, asOf } = await availableReleases(world.everywhere());
  world.server.heal();
  expect(origin).toBe('cached');
  expect(releases[0]?.version).toBe('go1.27rc1');
  expect(Date.now() - Date.parse(asOf)).toBeLessThan(3_600_000);
});

it('removes exactly what is named', async () => {
  const missing = removeToolchain(world.everywhere(), { version: '1.2' });
  await expect(missing).rejects.toMatchObject({ code: 'toolchain.not-installed' });
  const two = removeToolchain(world.everywhere(), { version: '1.26.1' });
  await expect(two).rejects.toMatchObject({ code: 'toolchain.ambiguous' });
  expect(await removeToolchain(world.everywhere(), { version: '1.26.1', arch: 'arm64' })).toMatchObject({
    arch: 'arm64',
  });
  expect(await world.names('toolchains')).toEqual([
    'go1.25.3.linux-amd64',
    'go1.25.3.linux-amd64.json',
    'go1.26.1.linux-amd64',
    'go1.26.1.linux-amd64.json',
  ]);
  const defaultFile = join(world.root, 'default');
  expect(await readFile(defaultFile, 'utf8')).toBe('go1.25.3\n');
  await removeToolchain(world.everywhere(), { version: 'go1.25.3' });
  await expect(stat(defaultFile)).rejects.toThrow(/ENOENT/);
  expect(await world.names('staging')).toEqual([]);
});
