import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeFailure } from '#contract/failure';
import { fakeGo as go, fakeModuleFiles, moduleVersion } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { startReleaseServer } from '#testing/release-server';
import { moduleHash } from '#testing/test-checksum-database';

let world: ToolchainWorld;
beforeEach(async () => {
  world = await toolchainWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

it.each([
  ['a status', { status: 500 }, 'download.status'],
  ['a page in HTML', 'html', 'download.not-what-was-asked'],
  ['an early end', 'truncate', 'download.short'],
  ['another byte', 'corrupt', 'toolchain.checksum-mismatch'],
] as const)('refuses an archive after %s', async (_, kind, code) => {
  world.server.offerFake(go('go1.26.1', { padding: 200_000 }));
  world.server.fail({ path: /\.tar\.gz$/, kind });
  expect(await world.failed(world.everywhere(), { version: '1.26.1', from: 'official' })).toMatchObject({
    code,
  });
  await world.expectNothing();
  world.server.heal();
  expect((await install(world.everywhere(), { version: '1.26.1' })).already).toBe(false);
});

it.each([
  ['a status', { status: 500 }, 'download.status'],
  ['a page in HTML', 'html', 'download.not-what-was-asked'],
  ['an early end', 'truncate', 'download.short'],
] as const)('refuses a module after %s', async (_, kind, code) => {
  world.server.offerFake(go('go1.26.1', { padding: 200_000 }));
  world.server.fail({ path: /\.zip$/, kind });
  expect(await world.failed(world.onlyProxy(), { version: '1.26.1', from: 'proxy' })).toMatchObject({ code });
  await world.expectNothing();
});

it('never goes on to another source after a failed check', async () => {
  world.server.offerFake(go('go1.26.1', { padding: 200_000 }));
  world.server.fail({ path: /\.tar\.gz$/, kind: 'corrupt' });
  const { code } = await world.failed(world.everywhere(), { version: '1.26.1' });
  expect(code).toBe('toolchain.checksum-mismatch');
  expect(world.server.requests.filter((path) => path.endsWith('.zip'))).toEqual([]);
});

it('refuses a module that is not the one in the checksum database', async () => {
  world.server.offerFake(go('go1.26.1'), ['proxy']);
  world.server.offerFake(go('go1.26.1', { padding: 5000 }), ['dl', 'database']);
  const { code, params } = await world.failed(world.onlyProxy(), { version: '1.26.1' });
  expect(code).toBe('toolchain.checksum-mismatch');
  expect(params['expected']).not.toBe(params['got']);
  await world.expectNothing();
});

it.each([
  ['no record', /\/lookup\//, 'html', 'no-record'],
  ['a tree that does not hold it', /\/tile\//, 'corrupt', 'not-in-tree'],
] as const)('stops when the checksum database shows %s', async (_, path, kind, reason) => {
  world.server.offerFake(go('go1.26.1'));
  world.server.fail({ path, kind });
  const { code, params } = await world.failed(world.onlyProxy(), { version: '1.26.1' });
  expect(code).toBe('checksum-database.untrusted');
  expect(params['reason']).toMatch(reason);
  await world.expectNothing();
});

it('names a proxy that changes a Go and, to match, its hash in what the database says', async () => {
  const fake = go('go1.26.1');
  const evil = fakeModuleFiles(fake);
  world.server.offerModule(fake, evil);
  const honest = moduleHash(fakeModuleFiles(fake));
  world.server.database.add('golang.org/toolchain', moduleVersion(fake), honest);
  const base = world.onlyProxy({ GOSUMDB: world.server.database.key });
  const fetched: typeof base.fetch = async (url, init) => {
    const answer = await base.fetch(url, init);
    if (!url.includes('/lookup/')) return answer;
    return new Response((await answer.text()).replace(honest, moduleHash(evil)));
  };
  expect(await world.failed({ ...base, fetch: fetched }, { version: '1.26.1' })).toMatchObject({
    code: 'checksum-database.untrusted',
    params: { reason: 'not-in-tree', url: `${world.server.proxy}/sumdb/sum.burrow.test` },
  });
  await world.expectNothing();
});

it('stops when somebody else signed', async () => {
  world.server.offerFake(go('go1.26.1'));
  const stranger = await startReleaseServer();
  const system = world.onlyProxy({
    GOSUMDB: `${stranger.database.key} ${world.server.url}/sumdb/${world.server.database.name}`,
  });
  await stranger.close();
  const { code } = await world.failed(system, { version: '1.26.1' });
  expect(code).toBe('checksum-database.not-signed');
});

it('installs, but does not call it verified, when the database is switched off', async () => {
  world.server.offerFake(go('go1.26.1'), ['database']);
  const { toolchain, warnings } = await install(world.onlyProxy({ GOSUMDB: 'off' }), { version: '1.26.1' });
  const because = { code: 'checksum-database.off', params: { version: 'go1.26.1' } };
  expect(toolchain).toMatchObject({ verified: false, proof: { method: 'none', because } });
  expect(warnings).toEqual([because]);
});

it.each([
  ['is nonsense', { GOSUMDB: 'nobody+00000000+AAAA' }, 'unreadable', { gosumdb: 'nobody+00000000+AAAA' }],
  ['has a name that nobody knows, and no key', { GOSUMDB: 'sum.corp.test' }, 'unreadable', {}],
  [
    'has no record of it',
    {},
    'unknown',
    { database: 'sum.burrow.test', url: expect.stringContaining('/sumdb/') },
  ],
])('installs nothing when the database %s', async (_, env, code, params) => {
  world.server.offerFake(go('go1.26.1'), ['database']);
  expect(await world.failed(world.onlyProxy(env), { version: '1.26.1' })).toMatchObject({
    code: `checksum-database.${code}`,
    params: { version: 'go1.26.1', ...params },
  });
  await world.expectNothing();
});

it.each([
  ['never ends', /\/lookup\//, 'endless', 'download.long'],
  ['fails', /\/(lookup|tile)\//, { status: 502 }, 'HTTP 502'],
] as const)('installs nothing when an answer of the database %s', async (_, path, kind, problem) => {
  world.server.offerFake(go('go1.26.1'));
  world.server.fail({ path, kind });
  const request = { version: '1.26.1', from: 'proxy' };
  expect(await world.failed(world.onlyProxy(), request)).toMatchObject({
    code: 'checksum-database.unreachable',
    params: { problem },
  });
  await world.expectNothing();
  // What arrived is not known to be wrong: it is kept, and nothing is downloaded twice.
  world.server.heal();
  expect((await install(world.onlyProxy(), request)).toolchain.verified).toBe(true);
  expect(world.server.requests.filter((asked) => asked.endsWith('.zip'))).toHaveLength(1);
});

it.each([
  ['says that there is none', /\/supported$/, { status: 404 }, 'unreachable'],
  ['says that it does not know this Go', /\/lookup\//, { status: 404 }, 'unknown'],
] as const)(
  'is not fooled by a proxy that changes a Go and of the database %s',
  async (_, path, kind, code) => {
    world.server.offerFake(go('go1.26.1'), ['proxy']);
    world.server.offerFake(go('go1.26.1', { padding: 5000 }), ['dl', 'database']);
    world.server.fail({ path, kind });
    // Only the proxy can be reached.
    const system = world.onlyProxy({ GOSUMDB: world.server.database.key });
    const request = { version: '1.26.1', from: 'proxy' };
    expect(await world.failed(system, request)).toMatchObject({ code: `checksum-database.${code}` });
    await world.expectNothing();
  },
);

it('uses an archive listed in the index if the database cannot be asked about the module', async () => {
  world.server.offerFake(go('go1.26.1'));
  world.server.offerFake(go('go1.26.2'));
  await install(world.everywhere(), { version: '1.26.1' });
  await install(world.everywhere(), { version: '1.26.2' });
  await rm(join(world.root, 'toolchains'), { recursive: true });
  // The index is in the cache, so the proxy is asked first.
  world.server.fail({ path: /mode=json|\/lookup\//, kind: { status: 503 } });
  const { toolchain } = await install(world.everywhere(), { version: '1.26.1' });
  expect(toolchain).toMatchObject({ source: { kind: 'official' }, proof: { method: 'sha256' } });
});

it('asks the database through another proxy when the one that has the module does not pass it on', async () => {
  await using bare = await startReleaseServer();
  const fake = go('go1.26.1');
  const files = fakeModuleFiles(fake);
  bare.offerModule(fake, files);
  bare.fail({ path: /\/sumdb\//, kind: { status: 404 } });
  world.server.database.add('golang.org/toolchain', moduleVersion(fake), moduleHash(files));
  world.server.fail({ path: /\.zip$/, kind: { status: 404 } });
  const system = world.onlyProxy({
    GOPROXY: `${world.server.proxy},${bare.proxy}`,
    GOSUMDB: world.server.database.key,
  });
  const { toolchain } = await install(system, { version: '1.26.1' });
  expect(toolchain).toMatchObject({
    source: { url: expect.stringContaining(bare.proxy) },
    proof: { record: { via: `${world.server.proxy}/sumdb/sum.burrow.test` } },
  });
});

it.each([
  ['another version', { says: { version: 'go1.26.0' } }],
  ['another processor', { says: { arch: 'arm64' } }],
  ['another system', { says: { os: 'darwin' } }],
])('refuses a toolchain that is for %s than it claims, though its checksum is right', async (_, lie) => {
  world.server.offerFake(go('go1.26.1', lie));
  for (const from of ['official', 'proxy']) {
    const { code } = await world.failed(world.everywhere(), { version: '1.26.1', from });
    expect(code).toBe('toolchain.wrong-content');
    await world.expectNothing();
  }
});

it('never takes the checksum from a mirror', async () => {
  await using mirror = await startReleaseServer();
  mirror.offerFake(go('go1.26.1'));
  world.server.offerFake(go('go1.26.1'));
  const other = await world.failed(world.everywhere(), { version: '1.26.1', from: mirror.dl });
  expect(other.code).toBe('toolchain.checksum-mismatch');
  mirror.offerFake(go('go1.26.9'));
  const unlisted = await world.failed(world.everywhere(), { version: '1.26.9', from: mirror.dl });
  expect(unlisted.code).toBe('source.no-checksum');
  await world.expectNothing();
});

it('says of which index a checksum is that does not fit, where it is the one that came with Burrow', async () => {
  await using mirror = await startReleaseServer();
  mirror.offerFake(go('go1.26.1'));
  const offline = world.system({ BURROW_GO_DL: `${world.server.url}/nothing` });
  const failed = await world.failed(offline, { version: '1.26.1', from: mirror.dl });
  expect(failed).toMatchObject({
    code: 'toolchain.checksum-mismatch',
    params: { bundled: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  });
  expect(describeFailure(failed, 'en').hint).toContain('came with Burrow');
});

it.each([
  ['proxy', '.zip', 'archive.damaged'],
  ['official', '.tar.gz', 'archive.damaged'],
] as const)('names who gave an archive that cannot be unpacked: %s', async (from, ending, code) => {
  const fake = go('go1.26.1');
  world.server.offerFake(fake);
  if (from === 'official') world.server.offerArchive(fake, Buffer.from('no archive at all'));
  else world.server.fail({ path: /\.zip$/, kind: 'corrupt' });
  const failed = await world.failed(world.everywhere(), { version: '1.26.1', from });
  expect(failed).toMatchObject({
    code,
    params: { archive: expect.stringMatching(new RegExp(`^${world.server.url}/.*\\${ending}$`)) },
  });
  await world.expectNothing();
});
