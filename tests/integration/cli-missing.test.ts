import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { fakeGo } from '#testing/fake-toolchains';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { testCache } from '#testing/test-cache';

const { os, arch } = localSystem();

let server: ReleaseServer;
let burrow: CommandLine;

beforeAll(async () => {
  server = await startReleaseServer();
  burrow = await CommandLine.make({ BURROW_GO_DL: server.dl, GOPROXY: server.proxy, GOSUMDB: server.sumdb });
  server.offerFake(fakeGo('go1.23.1', { os, arch }));
  server.offerFake(fakeGo('go1.25.4', { os, arch, padding: 3_000_000 }));
  await burrow.write('pinned/.go-version', '1.23.1\n');
  await burrow.write('broken/.go-version', '1.22.99\n');
  await burrow.write('slow/.go-version', '1.25.4\n');
  await burrow.write('wish/go.mod', 'module example.com/wish\n\ngo 1.23.1\n');
});
afterAll(async () => {
  await server.close();
  await burrow[Symbol.asyncDispose]();
});

/** Runs the shim as a shell would. */
const shim = (dir: string, env: Record<string, string> = {}, args: string[] = ['version']) =>
  spawn(join(burrow.home, 'shims/go'), args, {
    cwd: join(burrow.root, dir),
    env: { ...burrow.env, PATH: `${burrow.env['PATH']}:/usr/bin:/bin`, ...env },
    detached: true,
  });

async function ended(child: ReturnType<typeof shim>, onStderr: (text: string) => void = () => {}) {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => onStderr((stderr += chunk.toString())));
  const exitCode = await new Promise((resolve) => child.once('close', resolve));
  return { exitCode, stdout, stderr };
}

describe('settings', () => {
  it('are listed, shown and changed', async () => {
    expect(await burrow.json(['settings'])).toMatchObject({
      exitCode: 0,
      document: { theme: 'system', language: 'system', installMissing: false, source: 'auto', tray: true },
    });
    const listed = await burrow.run(['settings']);
    expect(listed.stdout).toMatch(/^installMissing {2,}off {2,}install a missing pinned Go/m);
    expect((await burrow.run(['settings', 'theme=dark'])).stdout).toBe('theme=dark');
    expect((await burrow.run(['settings', 'theme'])).stdout).toBe('dark');
    expect((await burrow.json(['settings', 'theme=system'])).document).toMatchObject({ theme: 'system' });
    const chinese = await burrow.run(['settings'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(chinese.stdout).toMatch(/^language {2,}system {2,}应用的语言$/m);
  });

  it.each([
    ['colour', 'Unknown setting "colour". The settings are theme, language, installMissing, '],
    ['colour=red', 'Unknown setting "colour"'],
    ['theme=', 'theme must be one of system, light, dark.'],
    ['theme=red', 'theme must be one of system, light, dark, not "red".'],
    ['installMissing=perhaps', 'installMissing must be one of off, on, not "perhaps".'],
    ['=on', 'Unknown setting "".'],
  ])('%s is wrong usage', async (argument, message) => {
    const said = await burrow.run(['settings', argument]);
    expect(said).toMatchObject({ exitCode: 2, stdout: '' });
    expect(said.stderr).toContain(message);
  });
});

describe('a pinned version that is missing', () => {
  it('is not installed by surprise', async () => {
    const said = await burrow.run(['exec', '--dir', 'pinned', '--', 'go', 'version']);
    expect(said).toMatchObject({ exitCode: 127, stdout: '' });
    expect(said.stderr).toMatch(
      /^Go 1\.23\.1 is not installed \(wanted by .*\)\.\nRun `burrow install 1\.23\.1`\.$/,
    );
    expect(server.requests).toEqual([]);
  });

  it('is installed by exec where that is wanted, with progress on stderr alone', async () => {
    await burrow.run(['settings', 'installMissing=on']);
    const said = await burrow.run(['exec', '--dir', 'pinned', '--', 'node', '-p', 'process.env.GOTOOLCHAIN']);
    expect(said).toMatchObject({ exitCode: 0, stdout: 'local' });
    expect(said.stderr).toMatch(/^The pinned Go is not installed\. Installing it/);
    expect(said.stderr).toContain('go1.23.1  downloading');
    expect(await burrow.names('toolchains')).toContain(`go1.23.1.${os}-${arch}`);
    const again = await burrow.run(['exec', '--dir', 'pinned', '--', 'node', '-p', '1']);
    expect(again).toEqual({ exitCode: 0, stdout: '1', stderr: '' });
  });

  it("is never go.mod's wish, nor anything while GOPROXY is off", async () => {
    await burrow.run(['remove', '1.23.1', '--yes']);
    const before = server.requests.length;
    for (const [dir, env] of [
      ['wish', {}],
      ['pinned', { GOPROXY: 'off' }],
    ] as const) {
      const said = await burrow.run(['exec', '--dir', dir, '--', 'node', '-v'], { env });
      expect(said).toMatchObject({ exitCode: 127, stdout: '' });
      const ran = await ended(shim(dir, env));
      expect(ran).toMatchObject({ exitCode: 127, stdout: '' });
      expect(ran.stderr).toContain('`burrow install 1.23.1`');
    }
    expect(server.requests).toHaveLength(before);
  });

  it('ends with 127 and the reason where its install fails, in exec, in a build and through the shim', async () => {
    const reason =
      /^Go 1\.22\.99 is not installed \(wanted by .*broken\/\.go-version:1\), and installing it failed: There is no Go 1\.22\.99\.\n/m;
    for (const command of [
      ['exec', '--dir', 'broken', '--', 'node', '-v'],
      ['build', '--dir', 'broken'],
    ]) {
      const said = await burrow.run(command);
      expect(said).toMatchObject({ exitCode: 127, stdout: '' });
      expect(said.stderr).toMatch(reason);
    }
    const ran = await ended(shim('broken'));
    expect(ran).toMatchObject({ exitCode: 127, stdout: '' });
    expect(ran.stderr).toMatch(reason);
    expect(ran.stderr).not.toContain('burrow: ');
  });

  it('stops at Ctrl-C, leaves nothing behind, and says so', async () => {
    server.fail({ path: /go1\.25\.4/, kind: 'stall' });
    const running = shim('slow');
    let interrupted = false;
    const ran = await ended(running, (stderr) => {
      if (interrupted || !stderr.includes('downloading')) return;
      interrupted = true;
      process.kill(-(running.pid ?? 0), 'SIGINT');
    });
    server.heal();
    expect(ran).toMatchObject({ exitCode: 127, stdout: '' });
    expect(ran.stderr).toContain('was cancelled, so nothing was run.');
    expect(await burrow.names('locks')).toEqual([]);
    expect((await burrow.names('toolchains')).join()).not.toContain('1.25.4');
  });

  it('is downloaded once when two want it at the same time', async () => {
    const before = server.requests.length;
    server.fail({ path: /go1\.25\.4/, kind: { bytesPerSecond: 3_000_000 } });
    const [exec, ran] = await Promise.all([
      burrow.run(['exec', '--dir', 'slow', '--', 'node', '-p', '1']),
      ended(shim('slow')),
    ]);
    server.heal();
    expect(exec).toMatchObject({ exitCode: 0, stdout: '1' });
    // The fake Go cannot run; another exit code shows that the shim tried to start it.
    expect(ran.exitCode).not.toBe(127);
    expect(server.requests.slice(before).filter((path) => path.includes('go1.25.4'))).toHaveLength(1);
  });

  it('runs at once through the shim', async (ctx) => {
    if (os !== 'linux' || !(await server.offerReal('go1.24.9', os, arch)))
      ctx.skip('no module proxy gives go1.24.9');
    await burrow.write('real/.go-version', '1.24\n');
    const ran = await ended(shim('real', { GOROOT: '/stale' }));
    expect(ran).toMatchObject({ exitCode: 0, stdout: `go version go1.24.9 ${os}/${arch}\n` });
    expect(ran.stderr).toContain('go1.24.9  unpacking');
  });

  it('is installed before a build, which then runs and is recorded', async (ctx) => {
    if (os !== 'linux' || !(await server.offerReal('go1.24.9', os, arch)))
      ctx.skip('no module proxy gives go1.24.9');
    await burrow.run(['remove', '1.24.9', '--yes']);
    await burrow.write('tiny/.go-version', '1.24\n');
    await burrow.write('tiny/go.mod', 'module example.com/tiny\n\ngo 1.24\n');
    await burrow.write('tiny/main.go', 'package main\n\nfunc main() {}\n');
    const GOCACHE = testCache('go-build');
    const said = await burrow.run(['--json', 'build', '--dir', 'tiny'], { env: { GOCACHE } });
    expect(said.stderr).toMatch(/^The pinned Go is not installed[^]*go1\.24\.9: .*bin\/go build$/m);
    expect(JSON.parse(said.stdout)).toMatchObject({ build: { status: 'succeeded', goVersion: 'go1.24.9' } });
    expect(said.exitCode).toBe(0);
  });
});
