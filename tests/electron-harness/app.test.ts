import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browserLaunch } from '#testing/chromium';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { unfinishedInstalls } from '#testing/unfinished-installs';
import { startInChromium } from './in-chromium.ts';
import { realElectron, startInElectron } from './in-electron.ts';
import { openPort } from './own-port.ts';
import { painted, type RunningApp, type StartApp } from './running-app.ts';

const electron = realElectron();
const linuxGo = { os: 'linux', arch: 'amd64', from: 'official' };

describe('the built app in Chromium', () => {
  spec((env) => startInChromium(env), browserLaunch() ? null : 'there is no Chromium');
});

describe('the built app in Electron', () => {
  if ('path' in electron) spec((env) => startInElectron(electron.path, env), null);
  else spec((env) => startInChromium(env), electron.missing);
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

  test('gives the page a way to ask for its port and for paths, and nothing of Node or inline script', async () => {
    const seen = await app.page.evaluate(() => {
      const scope = globalThis as unknown as Record<string, unknown> & { burrow: object };
      const names = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'];
      return { burrow: Object.keys(scope.burrow), node: names.filter((name) => name in scope) };
    });
    expect(seen).toEqual({ burrow: ['connect', 'pathOf'], node: [] });
    // Trusted Types refuse the text at once; the policy would refuse to run it.
    const inline = `
      const script = document.createElement('script');
      let refused = '';
      try {
        script.textContent = 'window.ranInline = true';
      } catch (error) {
        refused = error.name;
      }
      document.head.append(script);
      [refused, window.ranInline === true]`;
    expect(await app.page.evaluate(inline)).toEqual(['TypeError', false]);
  });

  test('makes no script or markup of text', async () => {
    const sinks = `
      const sinks = {
        innerHTML: (text) => (document.createElement('div').innerHTML = text),
        insertAdjacentHTML: (text) => document.body.insertAdjacentHTML('beforeend', text),
        write: (text) => document.write(text),
        parse: (text) => new DOMParser().parseFromString(text, 'text/html'),
        worker: (text) => new Worker(text),
        src: (text) => (document.createElement('script').src = text),
        policy: () => trustedTypes.createPolicy('default', { createHTML: (text) => text }),
      };
      Object.entries(sinks).filter(([, sink]) => {
        try {
          sink('<img src=x>');
          return true;
        } catch {
          return false;
        }
      }).map(([name]) => name)`;
    expect(await app.page.evaluate(sinks)).toEqual([]);
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
    await expect.poll(() => unfinishedInstalls(join(folder, 'home/staging'))).toEqual([]);
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
  const missing = browserLaunch() ? null : 'there is no Chromium';
  let home: string;
  let app: RunningApp;

  beforeAll(async () => {
    if (missing) return;
    home = await mkdtemp(join(tmpdir(), 'burrow-app-'));
    app = await startInChromium({ ...process.env, BURROW_HOME: home });
  });
  afterAll(async () => {
    if (missing) return;
    await app.quit();
    await rm(home, { recursive: true, force: true });
  });
  beforeEach((context) => {
    if (missing) context.skip(missing);
  });

  test('every page is sandboxed, and the window is isolated and checks no spelling', () => {
    expect(app.reports.map(({ type }) => type)).toContain('sandbox');
    // All of them: no other is set, such as webSecurity or experimentalFeatures.
    const window = app.reports.find((report) => report.type === 'window');
    expect(window?.webPreferences).toEqual({
      preload: expect.stringMatching(/preload\/index\.cjs$/),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: true,
    });
  });

  test('copying text is the only permission, whether a page requests it or checks it', () => {
    const asked = app.reports.filter((report) => report.type === 'permission');
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter(({ request, check }) => request || check)).toEqual([
      { type: 'permission', name: 'clipboard-sanitized-write', request: true, check: true },
    ]);
  });

  test.each([
    ['the page itself', { origin: 'burrow://app', within: false }, 1],
    ['a frame within it', { origin: 'burrow://app', within: true }, 0],
    ['another origin', { origin: 'https://evil.example', within: false }, 0],
    ['an origin that begins alike', { origin: 'burrow://app.evil.example', within: false }, 0],
    ['an opaque origin', { origin: 'null', within: false }, 0],
  ])('a port is handed out to the page alone: %s', async (_who, from, ports) => {
    const { page } = app;
    const asked = `
      window.got = 0;
      window.onmessage = ({ ports }) => (window.got += ports.length);
      window.dispatchEvent(new CustomEvent('harness:connect', { detail: ${JSON.stringify(from)} }));`;
    await page.evaluate(asked);
    if (ports === 0) await page.waitForTimeout(500);
    await expect.poll(() => page.evaluate('window.got')).toBe(ports);
  });

  test('links go to the browser only for sites on the list', async () => {
    const { page, reports } = app;
    await page.evaluate("void window.open('https://go.dev/doc/devel/release')");
    await page.evaluate("void window.open('https://evil.example/')");
    await expect
      .poll(() => reports.filter(({ type }) => type === 'outside' || type === 'refused'))
      .toEqual([
        { type: 'outside', url: 'https://go.dev/doc/devel/release' },
        { type: 'refused', what: 'window', url: 'https://go.dev/doc/devel/release' },
        { type: 'refused', what: 'window', url: 'https://evil.example/' },
      ]);
  });

  test.each([
    ['crashed', 'Its process ended unexpectedly.'],
    ['oom', 'It used more memory than the system could give.'],
  ])('a page whose process is gone (%s) makes way for one that says so', async (reason, said) => {
    const { page } = app;
    await page.evaluate(`window.dispatchEvent(new CustomEvent('harness:gone', { detail: '${reason}' }))`);
    await page.getByRole('heading', { name: 'Burrow’s window stopped working' }).waitFor();
    expect(await page.getByRole('paragraph').first().textContent()).toContain(said);
    await expect
      .poll(() => readFile(join(home, 'logs/bugs.log'), 'utf8').catch(() => ''))
      .toContain(`The process of the page ended: ${reason} (5)`);
    await page.getByRole('link', { name: 'Reload' }).click();
    await page.locator(painted).first().waitFor();
  });

  test.each([false, true])('developer tools are there unless the app is packaged: %s', async (packaged) => {
    await using another = await startAnother(packaged);
    const { reports } = another.app;
    await expect.poll(() => reports.some(({ type }) => type === 'menu')).toBe(true);
    const menu = reports.find((report) => report.type === 'menu');
    expect(menu?.roles.includes('toggleDevTools')).toBe(!packaged);
    expect(reports.find(({ type }) => type === 'window')).toMatchObject({
      webPreferences: { devTools: !packaged },
    });
  });
});

async function startAnother(packaged: boolean) {
  const home = await mkdtemp(join(tmpdir(), 'burrow-app-'));
  const app = await startInChromium({ ...process.env, BURROW_HOME: home }, { packaged });
  return {
    app,
    async [Symbol.asyncDispose]() {
      await app.quit();
      await rm(home, { recursive: true, force: true });
    },
  };
}
