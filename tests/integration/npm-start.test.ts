import { execa } from 'execa';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commandTimeoutMs, waitTimeoutMs } from '#testing/limits';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { standInElectron } from '#testing/stand-in-electron';

// `npm start` in a checkout whose Electron is a stand-in that says "window" and ends.

const root = join(import.meta.dirname, '../..');
let checkout: string;
let server: ReleaseServer;

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'burrow-start-'));
  server = await startReleaseServer();
  const modules = join(checkout, 'node_modules');
  await mkdir(modules);
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name !== 'electron' && !name.startsWith('@electron') && !name.startsWith('.'))
      await symlink(join(root, 'node_modules', name), join(modules, name));
  }
  await standInElectron(modules, server, { platform: 'linux', program: '#!/bin/sh\necho a window\n' });
  for (const name of ['src', 'resources', 'package.json', 'electron.vite.config.ts']) {
    await symlink(join(root, name), join(checkout, name));
  }
  await cp(join(root, 'tools'), join(checkout, 'tools'), { recursive: true });
  // Newer than its sources, so it is not built again.
  await cp(join(root, 'out'), join(checkout, 'out'), { recursive: true });
  await mkdir(join(checkout, 'bin'));
  await symlink(process.execPath, join(checkout, 'bin/node'));
  const browser = join(checkout, 'bin/xdg-open');
  await writeFile(browser, `#!/bin/sh\necho "$1" > '${checkout}/opened'\n`);
  await chmod(browser, 0o755);
});
afterEach(async () => {
  await server.close();
  await rm(checkout, { recursive: true, force: true });
});

/** Starts it; `said` is everything that it has printed so far. */
function start(env: Record<string, string> = {}) {
  const process = execa('node', ['tools/start.ts'], {
    cwd: checkout,
    env: {
      HOME: checkout,
      PATH: `${join(checkout, 'bin')}:/usr/bin:/bin`,
      LANG: 'C.UTF-8',
      DISPLAY: ':burrow',
      ELECTRON_MIRROR: `${server.url}/electron/`,
      ELECTRON_INSTALL_ARCH: 'arm64',
      ...env,
    },
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    all: true,
    // A process group of its own, as a terminal gives one to a command.
    detached: true,
    timeout: commandTimeoutMs,
  });
  const run = { process, said: '' };
  process.all.on('data', (part: Buffer) => (run.said += part.toString()));
  return run;
}

/** What a terminal does at Ctrl-C. */
function interrupt({ process: { pid = 0 } }: ReturnType<typeof start>): void {
  process.kill(-pid, 'SIGINT');
}
const says = (run: ReturnType<typeof start>, text: string): Promise<void> =>
  vi.waitFor(() => expect(run.said).toContain(text), { timeout: waitTimeoutMs, interval: 50 });
const opened = () => readFile(join(checkout, 'opened'), 'utf8').catch(() => null);

it('downloads the runtime, says how far it is, and opens the window', async () => {
  const first = start();
  expect(await first.process).toMatchObject({ exitCode: 0 });
  expect(first.said).toMatch(/Electron's runtime {2}\d+ (B|kB) of 400 kB/);
  expect(first.said).toContain('a window');
  const second = start();
  await second.process;
  expect(second.said.trim()).toBe('a window');
  expect(await opened()).toBeNull();
});

it('opens the browser when the download takes long, and the window when it is there', async () => {
  server.fail({ path: /zip$/, kind: { bytesPerSecond: 80_000 } });
  const run = start();
  await says(run, 'a window');
  await says(run, 'Burrow goes on in the browser until you press Ctrl-C');
  const order = ['This takes a while', 'Burrow is at http://127.0.0.1', 'The window opens', 'a window'];
  const places = order.map((text) => run.said.indexOf(text));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(await opened()).toMatch(/^file:.*html\n$/);
  interrupt(run);
  await run.process;
});

it('says why there is no runtime and how to set a mirror, and opens the browser', async () => {
  const run = start({ LANG: 'zh_CN.UTF-8', ELECTRON_MIRROR: 'http://127.0.0.1:1/' });
  await says(run, 'Burrow 地址');
  expect(run.said).toContain('未能安装 Electron 运行时：无法连接 http://127.0.0.1');
  expect(run.said).toContain('ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/ npm start');
  interrupt(run);
  await run.process;
});

it('keeps what has arrived at Ctrl-C, and goes on from there', async () => {
  server.fail({ path: /zip$/, kind: 'stall', times: 1 });
  const run = start();
  await says(run, 'Burrow is at');
  interrupt(run);
  await run.process;
  expect(run.said).toContain('Stopped. What has arrived is kept');
  const next = start();
  await next.process;
  expect(next.said).toContain('a window');
  expect(server.ranges).toHaveLength(1);
});

it('downloads nothing without a screen', async () => {
  const run = start({ DISPLAY: '' });
  await says(run, 'Burrow is at');
  interrupt(run);
  await run.process;
  expect(server.requests).toEqual([]);
});
