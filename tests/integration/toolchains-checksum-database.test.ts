import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, type TestContext } from 'vitest';
import { listToolchains } from '#core/toolchains';
import { fakeGo, fakeModuleFiles, moduleVersion } from '#testing/fake-toolchains';
import { type GoChecksumDatabase, goChecksumDatabase } from '#testing/go-checksum-database';
import { moduleHash } from '#testing/test-checksum-database';
import { startInstall } from '#testing/install-process';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

const first = fakeGo('go1.26.1');
const second = fakeGo('go1.26.2');
/** The line of a toolchain in a database; `hash` replaces the correct one. */
const record = (fake: typeof first, hash = moduleHash(fakeModuleFiles(fake))): string =>
  `golang.org/toolchain ${moduleVersion(fake)} ${hash}`;
const filler = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `example.com/${name} v1.0.${i} h1:${name}=`);

let world: ToolchainWorld;
let database: GoChecksumDatabase | undefined;
beforeEach(async () => {
  world = await toolchainWorld();
});
afterEach(async () => {
  await database?.[Symbol.asyncDispose]();
  database = undefined;
  await world[Symbol.asyncDispose]();
});

/** Offers both toolchains at the proxy, and starts Go's database with the records of each world. */
async function offer(
  ctx: TestContext,
  worlds: (records: string[]) => Record<string, string[]>,
): Promise<void> {
  const files = [first, second].map((fake) => {
    const made = fakeModuleFiles(fake);
    world.server.offerModule(fake, made);
    return record(fake, moduleHash(made));
  });
  const started = await goChecksumDatabase(worlds(files));
  if (typeof started === 'string') return ctx.skip(started);
  database = started;
}
const at = (name: string) => world.onlyProxy({ GOSUMDB: database?.gosumdb(name) ?? '' });
const folderOf = async (): Promise<string> => {
  const [name = ''] = await readdir(join(world.root, 'cache', 'sumdb'));
  return join(world.root, 'cache', 'sumdb', name);
};
const latest = async (): Promise<string> => readFile(join(await folderOf(), 'latest'), 'utf8');
const sizeOf = (note: string): number => Number(note.split('\n')[1]);

it('proves records of a database that Go itself serves, while it grows', async (ctx) => {
  await offer(ctx, ([one = '', two = '']) => {
    const young = [...filler('a', 300), one];
    return { young, grown: [...young, ...filler('b', 70_000), two] };
  });
  const young = await install(at('young'), { version: '1.26.1' });
  expect(young.toolchain.proof).toMatchObject({
    method: 'checksum-database',
    record: { number: 300, treeSize: 301 },
  });
  expect(sizeOf(await latest())).toBe(301);
  const grown = await install(at('grown'), { version: '1.26.2' });
  expect(grown.toolchain.proof).toMatchObject({ record: { number: 70_301, treeSize: 70_302 } });
  expect(sizeOf(await latest())).toBe(70_302);
});

it('names a fork: a database that is signed, but contradicts what was seen', async (ctx) => {
  await offer(ctx, ([one = '', two = '']) => ({
    seen: [...filler('a', 300), one],
    fork: [...filler('a', 299), two, ...filler('b', 500)],
    sameSize: [...filler('a', 299), one, two],
  }));
  await install(at('seen'), { version: '1.26.1' });
  const before = await latest();
  for (const name of ['fork', 'sameSize']) {
    const { code, params } = await world.failed(at(name), { version: '1.26.2' });
    expect(code, name).toBe('checksum-database.forked');
    expect(params['seen']).toMatch(/^301 /);
    expect(await latest()).toBe(before);
  }
  expect(await world.names('toolchains')).toHaveLength(2);
  expect(await world.names('staging')).toEqual([]);
});

it('names an old tree that does not prove to be the beginning of the new', async (ctx) => {
  await offer(ctx, ([one = '', two = '']) => ({
    now: [...filler('a', 300), two, ...filler('b', 900), one],
    before: [...filler('a', 300), two],
  }));
  await install(at('now'), { version: '1.26.1' });
  expect(await world.failed(at('before'), { version: '1.26.2' })).toMatchObject({
    code: 'checksum-database.rolled-back',
    params: { seen: expect.stringMatching(/^1202 /), shown: expect.stringMatching(/^301 /) },
  });
  expect(sizeOf(await latest())).toBe(1202);
});

it('takes an old head when the database proves that it grew from it', async () => {
  world.server.offerFake(first);
  const old = world.server.database.head();
  world.server.offerFake(second);
  await install(world.onlyProxy(), { version: '1.26.2' });
  const size = sizeOf(await latest());
  // A cache in front of the database may return an old answer together with new tiles.
  world.server.showHead(old);
  const { toolchain } = await install(world.onlyProxy(), { version: '1.26.1' });
  expect(toolchain.proof).toMatchObject({ method: 'checksum-database', record: { treeSize: size - 1 } });
  expect(sizeOf(await latest())).toBe(size);
});

it('takes the full tile where the narrow one of an old tree is there no longer', async () => {
  world.server.offerFake(first);
  world.server.showHead(world.server.database.head());
  for (let i = 0; i < 300; i++) world.server.database.add('example.com/more', `v1.0.${i}`, 'h1:x=');
  const narrow = /\/tile\/8\/0\/.*\.p\//;
  world.server.fail({ path: narrow, kind: { status: 404 } });
  const { toolchain } = await install(world.onlyProxy(), { version: '1.26.1' });
  expect(toolchain.proof).toMatchObject({ method: 'checksum-database', record: { number: 300 } });
  expect(world.server.requests.filter((path) => narrow.test(path))).not.toEqual([]);
});

it('asks for no tile twice, and survives a damaged memory', async () => {
  world.server.offerFake(first);
  world.server.offerFake(second);
  await install(world.onlyProxy(), { version: '1.26.1' });
  world.server.requests.length = 0;
  await install(world.onlyProxy(), { version: '1.26.2' });
  expect(world.server.requests.filter((path) => path.includes('/tile/'))).toEqual([]);

  for (const name of await readdir(join(await folderOf(), 'tile'), { recursive: true })) {
    const path = join(await folderOf(), 'tile', name);
    await writeFile(path, 'rubbish').catch(() => undefined);
  }
  await writeFile(join(await folderOf(), 'latest'), 'rubbish');
  await rm(join(world.root, 'toolchains'), { recursive: true });
  const { toolchain } = await install(world.onlyProxy(), { version: '1.26.2' });
  expect(toolchain.verified).toBe(true);
  expect(sizeOf(await latest())).toBeGreaterThan(300);
});

it('remembers the newest of the trees that processes at once are shown, and believes all of them', async () => {
  const { proxy, sumdb } = world.server;
  const versions = Array.from({ length: 6 }, (_, i) => `go1.26.${i + 3}`);
  const env = { PATH: process.env['PATH'] ?? '', BURROW_HOME: world.root, BURROW_GO_DL: `${proxy}/nothing` };
  const installs = versions.map((version) => {
    world.server.offerFake(fakeGo(version));
    // Each is shown a smaller tree than some others, which end earlier or later.
    world.server.fail({ path: new RegExp(`lookup/.*${version}\\.`), kind: { bytesPerSecond: 2000 } });
    return startInstall(version, { ...env, GOPROXY: proxy, GOSUMDB: sumdb }, 'proxy');
  });
  const grow = setInterval(() => world.server.database.add('example.com/more', 'v1.0.0', 'h1:x='), 20);
  await Promise.all(installs.map(({ ended }) => ended));
  clearInterval(grow);
  const listed = await listToolchains(world.onlyProxy());
  expect(listed.map(({ version, verified }) => [version, verified])).toEqual(
    versions.toReversed().map((version) => [version, true]),
  );
  const sizes = listed.map(
    ({ proof }) => (proof.method === 'checksum-database' && proof.record?.treeSize) || 0,
  );
  expect(new Set(sizes).size).toBeGreaterThan(1);
  expect(sizeOf(await latest())).toBe(Math.max(...sizes));
});

it('keeps databases of one name and different keys apart', async () => {
  world.server.offerFake(first);
  await mkdir(join(world.root, 'cache'), { recursive: true });
  await install(world.onlyProxy(), { version: '1.26.1' });
  await using other = await toolchainWorld();
  other.server.offerFake(second);
  const system = world.onlyProxy({ GOPROXY: other.server.proxy, GOSUMDB: other.server.sumdb });
  expect((await install(system, { version: '1.26.2' })).toolchain.verified).toBe(true);
  expect(await readdir(join(world.root, 'cache', 'sumdb'))).toHaveLength(2);
});

it.each([
  ['GONOSUMDB', { GONOSUMDB: 'example.com,golang.org/*' }],
  ['GOPRIVATE', { GOPRIVATE: '*.org' }],
])('asks no database about what %s leaves out, and says so', async (variable, env) => {
  world.server.offerFake(first);
  // GOPRIVATE is the default of GONOPROXY as well.
  const system = world.onlyProxy({ ...env, GONOPROXY: 'none' });
  const { toolchain, warnings } = await install(system, { version: '1.26.1' });
  expect(toolchain).toMatchObject({ verified: false, proof: { method: 'none' } });
  expect(warnings).toMatchObject([{ code: 'checksum-database.excluded', params: { variable } }]);
  expect(world.server.requests.filter((path) => path.includes('/sumdb/'))).toEqual([]);
});
