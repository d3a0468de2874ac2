import { afterEach, beforeEach, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { verifyToolchains } from '#core/toolchains/changes';
import { fakeArchive, fakeGo as go, fakePackage, moduleVersion } from '#testing/fake-toolchains';
import { testClock } from '#testing/test-clock';
import { install, type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';
import { filesBelow, wholeToolchains } from '#testing/whole-toolchains';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

let world: ToolchainWorld;
beforeEach(async () => {
  world = await toolchainWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

it('goes on to the module proxy when the official source fails, and says what it did', async () => {
  world.server.offerFake(go('go1.26.1'));
  world.server.fail({ path: /\.tar\.gz$/, kind: { status: 503 } });
  const { toolchain } = await install(world.everywhere(), { version: '1.26.1' });
  expect(toolchain.source.kind).toBe('proxy');
});

it('names every source that failed', async () => {
  world.server.offerFake(go('go1.26.1'));
  world.server.fail({ path: /\.tar\.gz$/, kind: { status: 503 } });
  world.server.fail({ path: /\.zip$/, kind: 'html' });
  const { code, params } = await world.failed(world.everywhere(), { version: '1.26.1' });
  expect(code).toBe('source.none-delivered');
  expect(params['attempts']).toEqual([
    { source: world.server.dl, problem: 'HTTP 503' },
    { source: 'GOPROXY', problem: 'text/html' },
  ]);
  await world.expectNothing();
});

it('suggests what was meant', async () => {
  for (const version of ['go1.26.1', 'go1.25.9', 'go1.25.10']) world.server.offerFake(go(version));
  const { code, params } = await world.failed(world.everywhere(), { version: '1.25.99' });
  expect([code, params]).toEqual([
    'version.unknown',
    { wanted: '1.25.99', nearest: ['go1.25.10', 'go1.25.9'] },
  ]);
  expect((await world.failed(world.everywhere(), { version: '1.42' })).code).toBe('version.unknown');
  expect((await world.failed(world.everywhere(), { version: 'one' })).code).toBe('version.unreadable');
  const mips = await world.failed(world.everywhere(), { version: '1.26.1', arch: 'mips', from: 'official' });
  expect(mips.code).toBe('version.no-build');
  expect((await world.failed(world.everywhere(), { version: '1.26.1', arch: '../../x' })).code).toBe(
    'version.no-build',
  );
});

it('finds a version that no index lists at the module proxy', async () => {
  world.server.offerFake(go('go1.26.1'));
  world.server.offerFake(go('go1.26.2'), ['dl']);
  const { toolchain } = await install(world.everywhere(), { version: '1.26.2' });
  expect(toolchain).toMatchObject({ version: 'go1.26.2', source: { kind: 'proxy' }, verified: true });
});

it('asks the module proxy what is newest when no index can be asked', async () => {
  world.server.offerFake(go('go1.27.0'));
  world.server.offerFake(go('go1.27.90'));
  world.server.offerFake(go('go1.27.91', { arch: 'arm64' }));
  const { toolchain } = await install(world.onlyProxy(), { version: '1.27' });
  expect(toolchain).toMatchObject({ version: 'go1.27.90', verified: true });
});

it('does not wait long for a site that says nothing', async () => {
  world.server.offerFake(go('go1.26.1'));
  world.server.fail({ path: /mode=json/, kind: 'stall' });
  const clock = testClock();
  const installing = install({ ...world.everywhere(), ...clock }, { version: '1.26.1' });
  await expect.poll(() => clock.waiting()).toBeGreaterThan(0);
  clock.advance(4000);
  expect((await installing).toolchain.source.kind).toBe('proxy');
});

it.each([
  ['off', 'off'],
  ['', 'unknown'],
  [' ,|', 'empty'],
])('says what is amiss with GOPROXY=%s', async (goproxy, reason) => {
  world.server.offerFake(go('go1.26.1'));
  const system = world.system({ BURROW_GO_DL: world.server.dl, ...(goproxy ? { GOPROXY: goproxy } : {}) });
  const { code, params } = await world.failed(system, { version: '1.26.1', from: 'proxy' });
  expect([code, params['reason']]).toEqual(['source.no-proxy', reason]);
});

it.each([
  ['GOPROXY=direct', { GOPROXY: 'direct' }],
  ['GONOPROXY', { GONOPROXY: 'golang.org' }],
  ['GOPRIVATE', { GOPRIVATE: 'golang.org/toolchain', GONOSUMDB: 'none' }],
])('asks the origin, and no proxy, with %s', async (_, env) => {
  world.server.offerFake(go('go1.26.1'));
  const { toolchain } = await install(world.everywhere(env), { version: '1.26.1', from: 'proxy' });
  expect(toolchain).toMatchObject({
    source: { kind: 'proxy', url: expect.stringContaining(`${world.server.dl}/mod/golang.org/toolchain/`) },
    verified: true,
  });
  expect(world.server.requests.filter((path) => path.startsWith('/proxy/'))).toEqual([]);
});

it('signs in at a proxy with what .netrc says', async () => {
  world.server.offerFake(go('go1.26.1'));
  world.server.guard(/^\/proxy\//, 'me:secret');
  const request = { version: '1.26.1', from: 'proxy' };
  expect(await world.failed(world.onlyProxy(), request)).toMatchObject({
    code: 'download.status',
    params: { status: 401 },
  });
  await writeFile(
    join(world.folder, '.netrc'),
    `machine ${new URL(world.server.url).host} login me password secret\n`,
  );
  const { toolchain, progress } = await install(
    world.onlyProxy({ GOSUMDB: world.server.database.key }),
    request,
  );
  expect(toolchain.proof).toMatchObject({
    method: 'checksum-database',
    record: { via: expect.stringContaining('/proxy/sumdb/') },
  });
  expect(JSON.stringify({ toolchain, progress })).not.toMatch(/secret|bWU6c2VjcmV0/);
});

it('masks a password in GOPROXY wherever it shows', async () => {
  world.server.offerFake(go('go1.26.1'));
  world.server.guard(/^\/proxy\//, 'me:s3cret');
  const GOPROXY = world.server.proxy.replace('//', '//me:s3cret@');
  const done = await install(world.onlyProxy({ GOPROXY, GOSUMDB: world.server.database.key }), {
    version: '1.26.1',
  });
  expect(done.toolchain.verified).toBe(true);
  expect(JSON.stringify(done)).not.toContain('s3cret');
  const wrong = GOPROXY.replace('s3cret', 'wr0ng');
  const { params, message } = await world.failed(world.onlyProxy({ GOPROXY: wrong }), {
    version: '1.26.2',
    from: 'proxy',
  });
  expect(JSON.stringify({ params, message })).not.toContain('wr0ng');
});

it('signs in at a copy of the download site, and shows and keeps its password nowhere', async () => {
  world.server.offerFake(go('go1.26.1'));
  world.server.offerFake(go('go1.26.2'));
  world.server.guard(/^\/dl\//, 'me:s3cret');
  const env = { BURROW_GO_DL: world.server.dl.replace('//', '//me:s3cret@'), GOPROXY: 'off' };
  for (const version of ['1.26.1', '1.26.2']) {
    const done = await install(world.everywhere(env), { version });
    expect(done.toolchain).toMatchObject({ verified: true, source: { kind: 'official' } });
    expect(JSON.stringify(done)).not.toContain('s3cret');
  }
  for (const file of await filesBelow(world.root)) {
    expect(await readFile(join(world.root, file), 'utf8'), file).not.toContain('s3cret');
  }
  const wrong = { ...env, BURROW_GO_DL: env.BURROW_GO_DL.replace('s3cret', 'wr0ng') };
  const { params, message } = await world.failed(world.everywhere(wrong), { version: '1.26.3' });
  expect(JSON.stringify({ params, message })).not.toContain('wr0ng');
});

it('falls on to the next proxy after 404 at a comma, and after anything at a pipe', async () => {
  world.server.offerFake(go('go1.26.1'));
  const nowhere = 'http://127.0.0.1:1';
  const request = { version: '1.26.1', from: 'proxy' };
  expect(
    await world.failed(world.onlyProxy({ GOPROXY: `${nowhere},${world.server.proxy}` }), request),
  ).toMatchObject({
    code: 'download.unreachable',
  });
  const { toolchain } = await install(
    world.onlyProxy({ GOPROXY: `${nowhere}|${world.server.url}/nothing,${world.server.proxy},direct` }),
    request,
  );
  expect(toolchain.verified).toBe(true);
});

it('tells a module proxy from a mirror of the download site by what it answers', async () => {
  world.server.offerFake(go('go1.26.1'));
  world.server.offerFake(go('go1.26.2'));
  const proxy = await install(world.everywhere(), { version: '1.26.1', from: `${world.server.proxy}/` });
  expect(proxy.toolchain).toMatchObject({ source: { kind: 'proxy' }, verified: true });
  const mirror = await install(world.everywhere(), { version: '1.26.2', from: world.server.dl });
  expect(mirror.toolchain).toMatchObject({ source: { kind: 'official' }, verified: true });
  expect(
    (await world.failed(world.everywhere(), { version: '1.26', from: `${world.server.url}/nothing` })).code,
  ).toBe('source.unreadable');
});

it('takes what a Mac needs: native where there is one, and translated only for who names that processor', async () => {
  for (const [version, arch] of [
    ['go1.26.1', 'arm64'],
    ['go1.26.1', 'amd64'],
    ['go1.15.15', 'amd64'],
  ] as const) {
    world.server.offerFake(go(version, { os: 'darwin', arch }));
  }
  const mac = world.system(
    { BURROW_GO_DL: world.server.dl },
    { os: 'darwin', arch: 'arm64', translated: true },
  );
  const native = await install(mac, { version: '1.26.1' });
  expect(native.toolchain).toMatchObject({ os: 'darwin', arch: 'arm64', runsAs: 'native' });
  expect(await world.failed(mac, { version: '1.15.15' })).toMatchObject({ code: 'version.no-native-build' });
  const old = await install(mac, { version: '1.15.15', arch: 'amd64' });
  expect(old.toolchain).toMatchObject({ arch: 'amd64', runsAs: 'translated' });
});

it('installs the package of a Mac as what is in it, and runs none of its scripts', async () => {
  const fake = go('go1.26.1', { os: 'darwin', arch: 'arm64' });
  const content = fakePackage(fake);
  world.server.offerFake(fake);
  world.server.offerInstaller(fake, 'go1.26.1.darwin-arm64.pkg', content);
  const file = join(world.folder, 'go1.26.1.darwin-arm64.pkg');
  await writeFile(file, content);
  const mac = world.system({ BURROW_GO_DL: world.server.dl }, { os: 'darwin', arch: 'arm64' });
  const { toolchain } = await install(mac, { version: '1.26.1', from: file });
  expect(toolchain).toMatchObject({
    source: { kind: 'file', url: file },
    runsAs: 'native',
    verified: true,
    proof: { method: 'sha256', index: { filename: 'go1.26.1.darwin-arm64.pkg' } },
  });
  const { mode } = await stat(join(toolchain.path, 'bin', 'go'));
  expect(mode & 0o777).toBe(0o755);
});

it('takes no package that the index does not know, and no installer for Windows', async () => {
  const fake = go('go1.26.1', { os: 'darwin', arch: 'arm64' });
  world.server.offerFake(fake);
  const file = join(world.folder, 'go1.26.1.darwin-arm64.pkg');
  await writeFile(file, fakePackage(fake));
  const mac = world.system({ BURROW_GO_DL: world.server.dl }, { os: 'darwin', arch: 'arm64' });
  expect((await world.failed(mac, { version: '1.26.1', from: file })).code).toBe('source.no-checksum');
  const msi = Buffer.from('a database');
  world.server.offerInstaller(fake, 'go1.26.1.windows-amd64.msi', msi);
  await writeFile(file, msi);
  expect((await world.failed(mac, { version: '1.26.1', from: file })).code).toBe('source.no-checksum');
});

it('installs an archive from the disk whatever its name, if the index knows its checksum', async () => {
  const fake = go('go1.26.1');
  world.server.offerFake(fake);
  const archive = join(world.folder, 'from a friend.bin');
  const fetched = await fetch(`${world.server.dl}/go1.26.1.linux-amd64.tar.gz`);
  await writeFile(archive, Buffer.from(await fetched.arrayBuffer()));
  expect(await world.failed(world.everywhere(), { version: '1.26.2', from: archive })).toMatchObject({
    code: 'toolchain.another-archive',
    params: { holds: 'go1.26.1 linux/amd64', wanted: '1.26.2 linux/amd64' },
  });
  const { toolchain } = await install(world.everywhere(), { version: '1.26', from: archive });
  expect(toolchain).toMatchObject({ source: { kind: 'file', url: archive }, verified: true });
  expect((await stat(archive)).isFile()).toBe(true);

  await writeFile(archive, 'something else');
  expect(await world.failed(world.everywhere(), { version: '1.26', from: archive })).toMatchObject({
    code: 'source.no-checksum',
  });
  expect(await world.failed(world.everywhere(), { version: '1.26', from: './nowhere.zip' })).toMatchObject({
    code: 'file.not-found',
    params: { path: join(world.folder, 'nowhere.zip') },
  });
  for (const word of ['offical', '']) {
    expect(await world.failed(world.everywhere(), { version: '1.26', from: word })).toMatchObject({
      code: 'source.unknown',
      params: { from: word, known: expect.arrayContaining(['official', 'nju']) },
    });
  }
});

it('takes an archive from the disk for what is meant where the index lists its checksum twice', async () => {
  const [arm, amd] = [go('go1.26.1', { arch: 'arm64' }), go('go1.26.1')];
  const archive = fakeArchive(amd);
  world.server.offerArchive(arm, archive);
  world.server.offerArchive(amd, archive);
  const file = join(world.folder, 'go.tar.gz');
  await writeFile(file, archive);
  const { toolchain } = await install(world.everywhere(), { version: '1.26.1', from: file });
  expect(toolchain).toMatchObject({ arch: 'amd64', verified: true });
  // The other checksum is that of the index, and does not match the content.
  const other = await world.failed(world.everywhere(), { version: '1.26.1', arch: 'arm64', from: file });
  expect(other.code).toBe('toolchain.wrong-content');
});

it('takes a folder for a module proxy, as Go does', async () => {
  const fake = go('go1.26.1');
  world.server.offerFake(fake);
  const folder = join(world.folder, 'a proxy', 'golang.org', 'toolchain', '@v');
  await mkdir(folder, { recursive: true });
  const name = `${moduleVersion(fake)}.zip`;
  const module = await fetch(`${world.server.proxy}/golang.org/toolchain/@v/${name}`);
  await writeFile(join(folder, name), Buffer.from(await module.arrayBuffer()));
  const GOPROXY = pathToFileURL(join(world.folder, 'a proxy')).href;
  const { toolchain } = await install(world.onlyProxy({ GOPROXY }), { version: '1.26.1' });
  expect(toolchain).toMatchObject({ source: { url: expect.stringContaining('file:///') }, verified: true });
  // Also with `--from`, as for a repair; a proxy of GOPROXY may still pass on the database.
  await writeFile(join(toolchain.path, 'VERSION'), 'damaged\n');
  const passing = world.onlyProxy({ GOSUMDB: world.server.database.key });
  await drain(verifyToolchains(passing, { version: '1.26.1', repair: true }));
  expect(await wholeToolchains(passing)).toEqual(['go1.26.1']);
  const missing = await world.failed(world.onlyProxy({ GOPROXY }), { version: '1.26.2', from: 'proxy' });
  expect(missing).toMatchObject({ code: 'download.status', params: { status: 404 } });
});

it.each([
  ['GOPROXY', { GOPROXY: 'http://me:s3cret@[proxy' }, 'proxy'],
  ['GOPROXY with another scheme', { GOPROXY: 'ftp://me:s3cret@proxy.test' }, 'proxy'],
  ['GOSUMDB', { GOSUMDB: 'sum.golang.org ftp://me:s3cret@sums.test' }, 'proxy'],
  ['BURROW_GO_DL', { BURROW_GO_DL: 'me:s3cret@dl.test' }, 'official'],
  ['--from', {}, 'http://me:s3cret@[proxy'],
])('says which address in %s is none', async (_, env, from) => {
  world.server.offerFake(go('go1.26.1'));
  const { code, message } = await world.failed(world.everywhere(env), { version: '1.26.1', from });
  expect(code).toBe('source.bad-address');
  expect(message).not.toContain('s3cret');
  await world.expectNothing();
});
