import { lstat, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { localSystem } from '#core/system';
import { resolveGo } from '#core/switching';
import { CommandLine } from '#testing/command-line';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { MacWorld } from '#testing/mac-world';

let mac: MacWorld;
beforeEach(async () => {
  mac = await MacWorld.make();
  mac.offer('go1.24.9');
});
afterEach(() => mac[Symbol.asyncDispose]());

const folder = (name: string) => join(mac.world.root, 'toolchains', name);
const amd64 = 'go1.24.9.darwin-amd64';
const arm64 = 'go1.24.9.darwin-arm64';
const toolchains = async () =>
  (await mac.world.names('toolchains')).filter((name) => !name.endsWith('.json'));
const shim = (name: string) => readFile(join(mac.world.root, 'shims', name), 'utf8');
const goOf = async (dir: string) => (await resolveGo(mac.system, dir)).path;
const kinds = async (on: MacWorld) => (await on.findings()).findings.map(({ kind }) => kind);

describe('one of Burrow’s own', () => {
  it('gives way to the native one, for the default and every project, and no pin is touched', async () => {
    const old = await mac.install('1.24.9');
    await mac.setDefault('1.24\n');
    const pinned = await mac.project('pinned', { '.go-version': '# ours\r\n1.24.9\r\n' });
    const plain = await mac.project('plain');
    const other = await mac.project('other', { '.go-version': '1.22.5' });
    const report = await mac.findings();
    expect(report).toMatchObject({ translates: true, until: 'macOS 27', idle: [], moduleCache: [] });
    expect(report.findings).toMatchObject([
      {
        version: 'go1.24.9',
        kind: 'managed',
        path: folder(amd64),
        bytes: old.bytes,
        default: true,
        usedBy: [plain, pinned],
        onPath: null,
        nativeInstalled: false,
        noNative: null,
      },
    ]);
    const phases = new Set<string>();
    const done = await mac.replace(folder(amd64), { onProgress: ({ phase }) => phases.add(phase) });
    expect([...phases]).toContain('downloading');
    expect(done).toMatchObject({
      toolchain: { arch: 'arm64', runsAs: 'native', verified: true, default: true, usedBy: [plain, pinned] },
      already: false,
      default: 'moved',
      moved: [plain, pinned],
      stayed: [],
      old: 'removed',
      because: null,
      bytes: old.bytes,
      onPath: null,
    });
    expect(await toolchains()).toEqual([arm64]);
    expect(await shim('go1.24.9')).toContain(folder(arm64));
    expect(await goOf(pinned)).toBe(join(folder(arm64), 'bin/go'));
    expect(await readFile(join(pinned, '.go-version'), 'utf8')).toBe('# ours\r\n1.24.9\r\n');
    expect(await readFile(join(mac.world.root, 'default'), 'utf8')).toBe('1.24\n');
    expect(await readFile(join(other, '.go-version'), 'utf8')).toBe('1.22.5');
    expect((await mac.findings()).findings).toEqual([]);
  });

  it('stays whole and in use when the native one cannot be trusted', async () => {
    await mac.install('1.24.9');
    const project = await mac.project('p', { '.go-version': '1.24.9' });
    mac.world.server.fail({ path: /arm64/, kind: 'corrupt' });
    await expect(mac.replace(folder(amd64))).rejects.toMatchObject({ code: 'toolchain.checksum-mismatch' });
    expect(await toolchains()).toEqual([amd64]);
    expect(await goOf(project)).toBe(join(folder(amd64), 'bin/go'));
    expect(await shim('go1.24.9')).toContain(folder(amd64));
    expect(await kinds(mac)).toEqual(['managed']);
  });

  it('stays when it is cancelled on the way, and can be replaced after', async () => {
    await mac.install('1.24.9');
    await mac.setDefault('1.24.9');
    mac.world.server.fail({ path: /arm64/, kind: 'stall' });
    const stop = new AbortController();
    const running = mac.replace(folder(amd64), {
      signal: stop.signal,
      // By then the request has been sent and is stalled.
      onProgress: ({ phase }) => phase === 'downloading' && setTimeout(() => stop.abort(), 100),
    });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(await toolchains()).toEqual([amd64]);
    expect(await mac.world.names('staging')).toEqual([]);
    mac.world.server.heal();
    expect(await mac.replace(folder(amd64))).toMatchObject({ old: 'removed' });
  });

  it('is kept where PATH names its own folder', async () => {
    await mac.install('1.24.9');
    await using shell = await mac.withPath(join(folder(amd64), 'bin'));
    expect((await shell.findings()).findings).toMatchObject([
      { kind: 'managed', onPath: join(folder(amd64), 'bin/go') },
    ]);
    expect(await shell.replace(folder(amd64))).toMatchObject({ old: 'kept', because: 'on-path', bytes: 0 });
    expect(await toolchains()).toEqual([amd64, arm64]);
  });
});

it('keeps the translated one if the native one is not verified', async () => {
  await using loose = await MacWorld.make({ GOSUMDB: 'off', BURROW_GO_DL: 'http://127.0.0.1:1/dl' });
  loose.offer('go1.24.9');
  const { path } = await loose.install('1.24.9');
  await loose.setDefault('1.24.9');
  const done = await loose.replace(path);
  expect(done).toMatchObject({ default: 'moved', old: 'kept', because: 'not-verified' });
  expect(done.warnings).toMatchObject([{ code: 'checksum-database.off' }]);
  expect(await loose.findings()).toMatchObject({
    findings: [],
    idle: [{ version: 'go1.24.9', arch: 'amd64', nativeInstalled: true }],
  });
});

describe('an adopted one', () => {
  it('is forgotten, its owner’s files stay, and the owner’s command is named', async () => {
    const { goroot } = await mac.homebrew('go1.24.9');
    await mac.client.toolchains.adopt({ path: goroot });
    await mac.setDefault('1.24.9');
    const before = await readdir(goroot, { recursive: true });
    const [finding] = (await mac.findings()).findings;
    expect(finding).toMatchObject({ kind: 'adopted', goroot, default: true, bytes: 0, onPath: null });
    expect(await mac.replace(folder(amd64))).toMatchObject({ old: 'forgotten', because: null, bytes: 0 });
    expect(await toolchains()).toEqual([arm64]);
    expect((await lstat(folder(arm64))).isDirectory()).toBe(true);
    expect(await readdir(goroot, { recursive: true })).toEqual(before);
  });
});

describe('somebody else’s on PATH', () => {
  it('stays; the native one becomes the default where there is none', async () => {
    const { goroot, bin } = await mac.homebrew('go1.24.9');
    const shims = join(await realpath(mac.world.folder), '.burrow/shims');
    await using shell = await mac.withPath(shims, bin);
    const plain = await shell.project('plain');
    const system = await shell.project('asks', { '.go-version': 'system\n' });
    expect((await shell.findings()).findings).toMatchObject([
      { kind: 'found', path: goroot, manager: 'other', onPath: join(bin, 'go'), usedBy: [system, plain] },
    ]);
    const done = await shell.replace(goroot);
    expect(done).toMatchObject({
      default: 'made',
      moved: [plain],
      stayed: [system],
      old: 'kept',
      because: 'not-ours',
      bytes: 0,
    });
    expect(await readFile(join(mac.world.root, 'default'), 'utf8')).toBe('go1.24.9\n');
    expect((await lstat(join(goroot, 'bin/go'))).isFile()).toBe(true);
    // A request for the Go on PATH still gets it.
    expect((await shell.findings()).findings).toMatchObject([
      { kind: 'found', usedBy: [system], nativeInstalled: true },
    ]);
  });

  it('before the shims goes on running in terminals, and that is said; a default that is there stays', async () => {
    const { goroot, bin } = await mac.homebrew('go1.24.9');
    await mac.setDefault('1.22.5\n');
    await using shell = await mac.withPath(bin);
    expect(await shell.replace(goroot)).toMatchObject({
      default: null,
      because: 'not-ours',
      onPath: join(bin, 'go'),
    });
    expect(await readFile(join(mac.world.root, 'default'), 'utf8')).toBe('1.22.5\n');
    // The native one is installed, so it is compared and not downloaded again.
    const asked = mac.world.server.requests.length;
    expect(await shell.replace(goroot)).toMatchObject({ already: true, because: 'not-ours' });
    expect(mac.world.server.requests.slice(asked).filter((path) => path.endsWith('.tar.gz'))).toEqual([]);
    await rm(join(folder(arm64), 'LICENSE'));
    expect(await shell.replace(goroot)).toMatchObject({ already: true, because: 'damaged' });
  });
});

it('names the toolchains for Intel that Go downloaded for itself', async () => {
  const path = join(mac.world.folder, 'go/pkg/mod/golang.org/toolchain@v0.0.1-go1.25.3.darwin-amd64');
  await writeGoroot(path, fakeGo('go1.25.3', { os: 'darwin', arch: 'amd64' }));
  expect(await mac.findings()).toMatchObject({
    findings: [],
    moduleCache: [{ version: 'go1.25.3', path: await realpath(path) }],
  });
});

describe('before there was a native Go', () => {
  beforeEach(() => {
    mac.world.server.offerFake(fakeGo('go1.15.15', { os: 'darwin', arch: 'amd64' }));
  });

  it('an install explains, and is done for who names the processor', async () => {
    const install = (request: { version: string; arch?: string }) =>
      mac.world.failed(mac.system, request).catch((error: Error) => error.message);
    for (const version of ['1.15.15', 'go1.15.15']) {
      expect(await install({ version })).toMatchObject({
        code: 'version.no-native-build',
        params: { version: 'go1.15.15', reason: 'too-old', installed: false },
      });
    }
    expect(await toolchains()).toEqual([]);
    expect(await install({ version: '1.15.99' })).toMatchObject({ code: 'version.unknown' });
    expect(await mac.install('1.15.15', 'amd64')).toMatchObject({ arch: 'amd64', runsAs: 'translated' });
    // Once it is installed, nothing has to be requested again.
    expect(await install({ version: '1.15.15' })).toBe('it was installed');
  });

  it('nothing can take its place, and that is said', async () => {
    const { path } = await mac.install('1.15.15');
    await mac.setDefault('1.15.15');
    expect((await mac.findings()).findings).toMatchObject([{ version: 'go1.15.15', noNative: 'too-old' }]);
    await expect(mac.replace(path)).rejects.toMatchObject({
      code: 'version.no-native-build',
      params: { installed: true },
    });
    expect(await goOf('/')).toBe(join(path, 'bin/go'));
  });
});

it('replaces nothing that is native, idle or not there', async () => {
  const native = await mac.install('1.24.9', 'arm64');
  const idle = await mac.install('1.24.9', 'amd64');
  await mac.setDefault('1.24.9');
  for (const path of [native.path, idle.path, '/usr/local/go', '']) {
    await expect(mac.replace(path)).rejects.toMatchObject({ code: 'toolchain.not-translated' });
  }
  expect(await toolchains()).toEqual([amd64, arm64]);
});

describe('both builds of one version', () => {
  it('stand side by side, and whoever means one names its processor', async () => {
    await mac.install('1.24.9', 'arm64');
    await mac.install('1.24.9', 'amd64');
    await mac.setDefault('1.24.9');
    const { toolchains: listed } = await mac.client.toolchains.list();
    expect(listed.map(({ arch, runsAs, default: isDefault }) => [arch, runsAs, isDefault])).toEqual([
      ['amd64', 'translated', false],
      ['arm64', 'native', true],
    ]);
    expect(await goOf('/')).toBe(join(folder(arm64), 'bin/go'));
    expect(await shim('go1.24.9')).toContain(folder(arm64));

    await writeFile(join(folder(amd64), 'LICENSE'), 'changed');
    const { verifications } = await drain(mac.client.upkeep.verify({ version: '1.24.9' }));
    expect(verifications.map(({ arch, findings }) => [arch, findings.length])).toEqual([
      ['amd64', 1],
      ['arm64', 0],
    ]);

    const both = mac.client.toolchains.remove({ version: '1.24.9' });
    await expect(both).rejects.toMatchObject({ code: 'toolchain.ambiguous' });
    await mac.client.toolchains.remove({ version: '1.24.9', arch: 'arm64' });
    expect(await goOf('/')).toBe(join(folder(amd64), 'bin/go'));
    expect(await shim('go1.24.9')).toContain(folder(amd64));
  });
});

it('has nothing to do on a machine that translates nothing, and says why', async () => {
  await using burrow = await CommandLine.make();
  const { exitCode, document } = await burrow.json(['native', '--dry-run']);
  expect({ exitCode, document }).toMatchObject({
    exitCode: 0,
    document: { translates: false, until: null, findings: [], replaced: [] },
  });
  const said = await burrow.run(['native', '--lang', 'zh-CN']);
  expect(said).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('没有 Rosetta') as string });
});

it('refuses to run a build for a processor that is not here, or cannot run here', async () => {
  await using burrow = await CommandLine.make();
  const { os, arch } = localSystem();
  const foreign = await burrow.run(['exec', '--arch', 'riscv64', '--', 'go', 'version']);
  expect(foreign.exitCode).toBe(1);
  expect(foreign.stderr).toContain(`A Go for riscv64 cannot run on this machine (${os}/${arch}).`);
  const absent = await burrow.run(['exec', '--go', '1.24.9', '--arch', arch, '--', 'go', 'version']);
  expect(absent.exitCode).toBe(127);
  expect(absent.stderr).toContain(`burrow install 1.24.9 --arch ${arch}`);
});
