import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browserLaunch } from '#testing/chromium';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { startInChromium } from './in-chromium.ts';
import { realElectron, startInElectron } from './in-electron.ts';
import { openPort } from './own-port.ts';
import type { RunningApp, StartApp } from './running-app.ts';

const electron = realElectron();
const linuxGo = { os: 'linux', arch: 'amd64', from: 'official' };

describe('the built app in Chromium', () => {
  spec(startInChromium, browserLaunch() ? null : 'there is no Chromium');
});

describe('the built app in Electron', () => {
  if ('path' in electron) spec((env) => startInElectron(electron.path, env), null);
  else spec(startInChromium, electron.missing);
});

function spec(start: StartApp, missing: string | null): void {
  let folder: string;
  let releases: ReleaseServer;
  let app: RunningApp;

  beforeAll(async () => {
    if (missing) return;
    folder = await mkdtemp(join(tmpdir(), 'burrow-app-'));
    releases = await startReleaseServer();
    for (const version of ['go1.26.1', 'go1.26.2']) {
      releases.offerFake({ version, os: 'linux', arch: 'amd64', padding: 400_000 });
    }
    app = await start({ ...process.env, BURROW_HOME: join(folder, 'home'), BURROW_GO_DL: releases.dl });
  });
  afterAll(async () => {
    if (missing) return;
    await releases.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach((context) => {
    if (missing) context.skip(missing);
  });

  test('opens a window that shows every page, without an error', async () => {
    const errors: string[] = [];
    app.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    app.page.on('pageerror', (error) => errors.push(error.message));
    await app.page.reload();
    expect(await app.page.title()).toContain('Burrow');
    for (const link of await app.page.locator('nav a').all()) {
      await link.click();
      await app.page.locator('h1').first().waitFor();
    }
    expect(errors).toEqual([]);
  });

  test('gives the page a way to ask for its port, and nothing of Node or inline script', async () => {
    const seen = await app.page.evaluate(() => {
      const scope = globalThis as unknown as Record<string, unknown> & { burrow: object };
      const names = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'];
      return { burrow: Object.keys(scope.burrow), node: names.filter((name) => name in scope) };
    });
    expect(seen).toEqual({ burrow: ['connect'], node: [] });
    const inline = `
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.head.append(script);
      window.ranInline === true`;
    expect(await app.page.evaluate(inline)).toBe(false);
  });

  test('answers over the port', async () => {
    const call = await openPort(app.page);
    expect(await call('toolchains/list')).toMatchObject({
      status: 200,
      body: { toolchains: [] },
    });
  });

  test('streams progress and a result, which the Toolchains page then shows', async () => {
    const call = await openPort(app.page);
    const { events } = await call('toolchains/install', { ...linuxGo, version: '1.26.1' });
    expect(events.at(-1)).toMatchObject({
      event: 'done',
      data: { toolchain: { version: 'go1.26.1' }, already: false },
    });
    await app.page.reload();
    await app.page.locator('a[href$="toolchains"]').first().click();
    await app.page.getByText('1.26.1').first().waitFor();
  });

  test('stops a stream that is cancelled, and leaves nothing of it', async () => {
    releases.fail({ path: /go1\.26\.2.*gz$/, kind: 'stall' });
    const call = await openPort(app.page);
    const { events } = await call('toolchains/install', { ...linuxGo, version: '1.26.2' }, 2);
    expect(events.map(({ event }) => event)).not.toContain('done');
    await expect.poll(() => readdir(join(folder, 'home/staging'))).toEqual([]);
    releases.heal();
  });

  test('says what failed with a code and its parameters', async () => {
    const call = await openPort(app.page);
    const path = join(folder, 'no-such-binary');
    expect(await call('binaries/inspect', { path })).toMatchObject({
      status: 422,
      body: { code: 'FAILED', defined: true, data: { code: 'file.not-found', params: { path } } },
    });
    expect(await call('binaries/inspect', {})).toMatchObject({
      body: { data: { code: 'input.invalid' } },
    });
  });

  test('does not leave for another site, nor open one in a window', async () => {
    const before = app.page.url();
    await app.page.evaluate("location.href = 'https://evil.example/'");
    await app.page.evaluate("void window.open('https://evil.example/')");
    await new Promise((passed) => setTimeout(passed, 500));
    await expect.poll(() => app.page.context().pages().length).toBe(1);
    expect(app.page.url()).toBe(before);
  });

  test('ends in good order', async () => {
    expect(await app.quit()).toBe(0);
  });
}

describe('what only the harness can see', () => {
  let app: RunningApp;

  test('the window is isolated, and links go to the browser only for sites on the list', async (context) => {
    if (!browserLaunch()) context.skip('there is no Chromium');
    const home = await mkdtemp(join(tmpdir(), 'burrow-app-'));
    app = await startInChromium({ ...process.env, BURROW_HOME: home });
    const { page, reports } = app;
    expect(reports.find(({ type }) => type === 'window')).toMatchObject({
      webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false },
    });
    await page.evaluate("void window.open('https://go.dev/doc/devel/release')");
    await page.evaluate("void window.open('https://evil.example/')");
    await expect
      .poll(() => reports.filter(({ type }) => type === 'outside' || type === 'refused'))
      .toEqual([
        { type: 'outside', url: 'https://go.dev/doc/devel/release' },
        { type: 'refused', what: 'window', url: 'https://go.dev/doc/devel/release' },
        { type: 'refused', what: 'window', url: 'https://evil.example/' },
      ]);
    await app.quit();
    await rm(home, { recursive: true, force: true });
  });
});
