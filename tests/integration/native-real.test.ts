import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { localSystem, type System } from '#core/system';
import { discoverToolchains, readGoroot } from '#core/toolchains';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { MacWorld } from '#testing/mac-world';
import { realModuleZip } from '#testing/real-toolchains';

/** The smallest Go for both kinds of Mac that module proxies have. */
const version = 'go1.25.0';
const amd64 = `${version}.darwin-amd64`;
const arm64 = `${version}.darwin-arm64`;

let missing: string | null = null;
let mac: MacWorld;
beforeAll(async () => {
  for (const target of ['darwin-amd64', 'darwin-arm64']) {
    if (!(await realModuleZip(version, target))) missing = `no module proxy gives ${version} for ${target}`;
  }
  mac = await MacWorld.real();
});
afterAll(() => mac?.[Symbol.asyncDispose]());

const folder = (name: string) => join(mac.world.root, 'toolchains', name);

/** The Go that runs there, and its variables. */
function goOf(wanted: { dir: string; arch?: string }) {
  return drain(mac.client.switching.environment(wanted));
}

const programOf = (name: string) => readFile(join(folder(name), 'bin/go'));

/** A universal program as `lipo -create` makes it (mach-o/fat.h): a header, then each program at a page boundary. */
function universal(programs: readonly { cpu: number; content: Buffer }[]): Buffer {
  const page = 2 ** 14;
  const header = Buffer.alloc(page);
  header.writeUInt32BE(0xcafebabe, 0);
  header.writeUInt32BE(programs.length, 4);
  const parts: Buffer[] = [header];
  let offset = page;
  for (const [index, { cpu, content }] of programs.entries()) {
    const entry = [cpu, 0, offset, content.length, 14];
    for (const [word, value] of entry.entries()) header.writeUInt32BE(value, 8 + 20 * index + 4 * word);
    const padding = Buffer.alloc((page - (content.length % page)) % page);
    parts.push(content, padding);
    offset += content.length + padding.length;
  }
  return Buffer.concat(parts);
}

it('a real Go for Intel is installed, told by its header, used, and replaced by the native one', async (ctx) => {
  if (missing !== null) ctx.skip(missing);
  const translated = await mac.install(version, 'amd64');
  expect(translated).toMatchObject({ arch: 'amd64', runsAs: 'translated', verified: true });
  expect(await readGoroot(mac.system, translated.path)).toEqual({ version, os: 'darwin', arch: 'amd64' });
  await mac.setDefault(`${version}\n`);
  const project = await mac.project('p', { '.go-version': version });
  expect((await mac.findings()).findings).toMatchObject([
    { version, kind: 'managed', default: true, usedBy: [project], noNative: null, nativeInstalled: false },
  ]);

  const done = await mac.replace(folder(amd64));
  expect(done).toMatchObject({
    toolchain: { arch: 'arm64', runsAs: 'native', verified: true, proof: { method: 'checksum-database' } },
    default: 'moved',
    moved: [project],
    old: 'removed',
    bytes: translated.bytes,
  });
  expect(translated.bytes).toBeGreaterThan(150_000_000);
  expect(await readGoroot(mac.system, folder(arm64))).toEqual({ version, os: 'darwin', arch: 'arm64' });
  expect((await mac.findings()).findings).toEqual([]);
});

it('both real builds stand side by side: the native one runs, the other for who names it', async (ctx) => {
  if (missing !== null) ctx.skip(missing);
  await mac.install(version, 'arm64');
  await mac.install(version, 'amd64');
  const { toolchains } = await mac.client.toolchains.list();
  expect(toolchains.map(({ arch, runsAs, default: isDefault }) => [arch, runsAs, isDefault])).toEqual([
    ['amd64', 'translated', false],
    ['arm64', 'native', true],
  ]);
  const dir = mac.world.folder;
  const plain = await goOf({ dir });
  expect(plain.path).toBe(join(folder(arm64), 'bin/go'));
  const named = await goOf({ dir, arch: 'amd64' });
  expect(named).toMatchObject({
    path: join(folder(amd64), 'bin/go'),
    variables: { GOTOOLCHAIN: 'local', BURROW_GO: version },
  });
  expect(await mac.findings()).toMatchObject({ findings: [], idle: [{ version, nativeInstalled: true }] });
});

it('a universal Go of two real ones is native on either Mac', async (ctx) => {
  if (missing !== null) ctx.skip(missing);
  const goroot = join(mac.world.folder, 'sdk', version);
  await writeGoroot(goroot, fakeGo(version, { os: 'darwin', arch: 'amd64' }));
  await writeFile(
    join(goroot, 'bin/go'),
    universal([
      { cpu: 0x0100_0007, content: await programOf(amd64) },
      { cpu: 0x0100_000c, content: await programOf(arm64) },
    ]),
  );
  const intel: System = { ...mac.system, arch: 'amd64', translated: false };
  for (const [system, arch] of [
    [mac.system, 'arm64'],
    [intel, 'amd64'],
  ] as const) {
    const found = (await discoverToolchains(system)).filter(({ manager }) => manager === 'sdk');
    expect(found).toMatchObject([{ version, os: 'darwin', arch, runsAs: 'native' }]);
  }
  expect(await readGoroot({ ...localSystem(), os: 'linux', arch: 'amd64' }, goroot)).toMatchObject({
    os: 'darwin',
  });
});

it('each real build is verified and removed by its processor; without the native one the other runs', async (ctx) => {
  if (missing !== null) ctx.skip(missing);
  const { verifications } = await drain(mac.client.upkeep.verify({ version, arch: 'amd64' }));
  expect(verifications).toMatchObject([{ arch: 'amd64', findings: [] }]);
  expect(verifications[0]?.files).toBeGreaterThan(5000);

  const both = mac.client.toolchains.remove({ version });
  await expect(both).rejects.toMatchObject({ code: 'toolchain.ambiguous' });
  const { removed } = await mac.client.toolchains.remove({ version, arch: 'arm64' });
  expect(removed.path).toBe(folder(arm64));
  const left = await goOf({ dir: mac.world.folder });
  expect(left.path).toBe(join(folder(amd64), 'bin/go'));
  expect((await mac.findings()).findings).toMatchObject([{ version, default: true }]);
});
