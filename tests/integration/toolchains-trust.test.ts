import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeGo as go } from '#testing/fake-toolchains';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { startReleaseServer } from '#testing/release-server';

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

it.each([
  ['is off', { GOSUMDB: 'off' }, 'checksum-database.off', {}],
  [
    'is nonsense',
    { GOSUMDB: 'nobody+00000000+AAAA' },
    'checksum-database.unreadable',
    { gosumdb: 'nobody+00000000+AAAA' },
  ],
  ['does not know it', {}, 'checksum-database.unknown', { database: expect.any(String) }],
])('installs, but does not call it verified, when the database %s', async (_, env, code, params) => {
  world.server.offerFake(go('go1.26.1'), ['database']);
  const { toolchain, warnings } = await install(world.onlyProxy(env), { version: '1.26.1' });
  const because = { code, params: { version: 'go1.26.1', ...params } };
  expect(toolchain).toMatchObject({ verified: false, proof: { method: 'none', because } });
  expect(warnings).toEqual([because]);
});

it('hears no endless answer of the database out', async () => {
  world.server.offerFake(go('go1.26.1'));
  world.server.fail({ path: /\/lookup\//, kind: 'endless' });
  const { toolchain, warnings } = await install(world.onlyProxy(), { version: '1.26.1' });
  expect(toolchain.verified).toBe(false);
  expect(warnings).toMatchObject([{ code: 'checksum-database.unreachable' }]);
});

it('does not call it verified when the database cannot be reached', async () => {
  world.server.offerFake(go('go1.26.1'));
  world.server.fail({ path: /\/(lookup|tile)\//, kind: { status: 502 } });
  const { toolchain, warnings } = await install(world.onlyProxy(), { version: '1.26.1' });
  expect(toolchain.verified).toBe(false);
  expect(warnings).toMatchObject([
    { code: 'checksum-database.unreachable', params: { problem: 'HTTP 502' } },
  ]);
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
