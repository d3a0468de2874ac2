import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localSystem } from '#core/system';
import { browserLaunch } from '#testing/chromium';
import { newFolder, removeFolder } from '#testing/folders';
import { type ForeignServer, startForeignServer } from '#testing/foreign-server';
import { waitTimeoutMs } from '#testing/limits';
import { attackScript, ownPageAttacks, pageAttacks } from '#testing/page-attacks';
import { stressed } from '#testing/stress';
import { openTab, upgradeStatus } from '#testing/web-client';
import { type HostEvent, startWebHost, type WebHost } from '#web';

const launch = browserLaunch();

let folder: string;
let browser: Browser;
/** The user's browser, signed in. */
let user: BrowserContext;
let foreign: ForeignServer;
let host: WebHost;
let address: string;
let events: HostEvent[];
const tried: { name: string; gain: unknown }[] = [];

async function start(port?: number): Promise<WebHost> {
  const system = { ...localSystem(), env: { ...process.env, BURROW_HOME: join(folder, 'home') } };
  const options = { folder: join(folder, 'ui'), onEvent: (event: HostEvent) => void events.push(event) };
  return startWebHost(system, port === undefined ? options : { ...options, port });
}

/** Opens the printed address in a new tab, as the user does. */
async function signInTab(url: string): Promise<Page> {
  const page = await user.newPage();
  await page.goto(url);
  await page.waitForURL((now) => now.search === '');
  return page;
}

beforeAll(async () => {
  if (launch === null) return;
  folder = await newFolder('web-attacks');
  await mkdir(join(folder, 'ui'));
  const files = {
    'index.html': '<!doctype html><title>Burrow</title><div id="root">Burrow</div>',
    'script.js': 'globalThis.postMessage?.("ran");',
    'style.css': 'body { color: red }',
    'picture.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'ui', name), text);
  browser = await chromium.launch(launch);
  foreign = await startForeignServer();
});

beforeEach((context) => {
  if (launch === null) context.skip('there is no Chromium');
  events = [];
});

afterAll(async () => {
  await browser?.close();
  await foreign?.[Symbol.asyncDispose]();
  if (folder) await removeFolder(folder);
});

describe('a hostile page in the browser of the user', () => {
  beforeAll(async () => {
    if (launch === null) return;
    events = [];
    user = await browser.newContext();
    host = await start();
    address = new URL(host.url).origin;
    await signInTab(host.url);
  });
  afterAll(async () => {
    const won = tried.filter(({ gain }) => gain !== null && gain !== undefined && gain !== '');
    console.log(`stress: attacks by pages: ${won.length} of ${tried.length} succeeded`);
    await user?.close();
    await host?.close();
  });

  test.each(ownPageAttacks)('the page of Burrow itself may do that: %s', async (_name, body) => {
    const page = await user.newPage();
    await page.goto(`${address}/`);
    expect(await page.evaluate(attackScript(body, address, waitTimeoutMs))).toBeTruthy();
    await page.close();
  });

  const pages: [string, () => string | Promise<string>][] = [
    ['another port', () => `http://127.0.0.1:${foreign.port}/`],
    ['another site', () => `http://evil.localhost:${foreign.port}/`],
    [
      'a file',
      async () => {
        const path = join(folder, 'hostile.html');
        await writeFile(path, '<!doctype html><title>Hostile</title><p>Hostile</p>');
        return pathToFileURL(path).href;
      },
    ],
  ];
  // A page on another port is sent the cookies; the others have less.
  describe.each(pages.slice(0, stressed(1, pages.length)))('of %s', (from, where) => {
    test.each(pageAttacks.filter((_, index) => index % stressed(2, 1) === 0))(
      'gains nothing by %s',
      async (name, body) => {
        const page = await user.newPage();
        await page.goto(await where());
        const gain: unknown = await page.evaluate(attackScript(body, address));
        tried.push({ name: `${from}: ${name}`, gain });
        await page.close();
        expect(gain ?? null).toBeNull();
      },
    );
  });

  test('a server on another port gets the cookie, and cannot use it', async () => {
    const page = await user.newPage();
    await page.goto(`http://127.0.0.1:${foreign.port}/`);
    const stolen = foreign.requests.at(-1)?.headers.cookie ?? '';
    expect(stolen).toContain(`burrow_${new URL(address).port}=`);
    const port = Number(new URL(address).port);
    const headers = { cookie: stolen, origin: address };
    expect(await upgradeStatus(port, headers)).toBe(401);
    expect(await upgradeStatus(port, headers, { secret: stolen.split('=')[1] ?? '' })).toBe(401);
    await expect(openTab(port, { cookie: stolen, secret: 'guess' })).rejects.toThrow('401');
    tried.push({ name: 'the stolen cookie', gain: null });
    await page.close();
  });
});

/** A worker of an earlier server on the same port, which the browser still has. */
const workers = {
  // Passes everything on and keeps what it sees.
  'passes on': `
    self.addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));`,
  // Exchanges the token itself.
  'exchanges the token': `
    self.addEventListener('fetch', (event) => event.respondWith(fetch(event.request.url).then(
      async (answer) => new Response('GAINED ' + (await answer.text()).includes('setItem')))));`,
  // Lets the token pass, and then puts its own page in the place of the app.
  'takes over the app': `
    self.addEventListener('fetch', (event) => {
      if (new URL(event.request.url).search !== '') return;
      event.respondWith(new Response('<!doctype html><title>Evil</title>', { headers: { 'content-type': 'text/html' } }));
    });`,
};

describe('an earlier server on the same port', () => {
  test.each(Object.entries(workers))('gains nothing by a worker that %s', async (what, code) => {
    await using profile = await newProfile();
    const earlier = await startForeignServer();
    const { port } = earlier;
    const takeOver = `
      self.addEventListener('install', () => self.skipWaiting());
      self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));`;
    earlier.files.set('/worker.js', { type: 'text/javascript', body: takeOver + code });
    const page = await profile.context.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.evaluate(
      `navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready)`,
    );
    await page.close();
    await earlier[Symbol.asyncDispose]();

    const later = await start(port);
    const tab = await profile.context.newPage();
    await tab.goto(later.url);
    const text = async () => (await tab.content()).replaceAll(/<style.*?<.style>/gs, '');
    if (what === 'takes over the app') {
      // The answer to the token ended the worker, so the app is Burrow's own.
      await tab.waitForURL(`http://127.0.0.1:${port}/`);
      await expect.poll(() => tab.title()).toBe('Burrow');
      expect(await tab.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)')).toBe(
        0,
      );
    } else {
      expect(await text()).not.toContain('setItem');
      expect(await text()).not.toContain('GAINED true');
      expect(events).toEqual([]);
      // The answer ended the worker, so that the user gets in.
      await tab.goto(later.url);
      await expect.poll(() => tab.title()).toBe('Burrow');
    }
    await later.close();
  });
});

test('a second host in the same browser leaves the first one its session', async () => {
  await using profile = await newProfile();
  const [one, two] = [await start(), await start()];
  for (const { url } of [one, two]) {
    const tab = await profile.context.newPage();
    await tab.goto(url);
    await tab.waitForURL((now) => now.search === '');
  }
  const tab = await profile.context.newPage();
  for (const { url } of [one, two]) {
    await tab.goto(new URL(url).origin);
    const [, opensSocket = ''] = ownPageAttacks[0] ?? [];
    const script = attackScript(opensSocket, new URL(url).origin, waitTimeoutMs);
    expect(await tab.evaluate(script)).toBe('a socket');
  }
  await one.close();
  await two.close();
});

describe('names', () => {
  test('a rebound name does not open the host', async () => {
    const rebound = await chromium.launch({
      ...launch,
      args: [...(launch?.args ?? []), '--host-resolver-rules=MAP rebound.example 127.0.0.1'],
    });
    const other = await start();
    const page = await rebound.newPage();
    const answer = page.waitForResponse(() => true);
    // An empty refusal counts as a failure of the navigation.
    await page.goto(other.url.replace('127.0.0.1', 'rebound.example')).catch(() => null);
    expect((await answer).status()).toBe(403);
    expect(events).toEqual([]);
    await rebound.close();
    await other.close();
  });

  test('a server on the same port of [::1] shares no origin with the host', async (context) => {
    await using profile = await newProfile();
    const other = await start();
    const { port } = new URL(other.url);
    const neighbour = await startForeignServer({ port: Number(port), host: '::1' }).catch(() => null);
    if (neighbour === null) {
      context.skip('there is no IPv6');
      return;
    }
    const own = await profile.context.newPage();
    await own.goto(other.url);
    await own.waitForURL((now) => now.search === '');
    const hostile = await profile.context.newPage();
    await hostile.goto(`http://localhost:${port}/`);
    expect(await hostile.title()).toBe('Foreign');
    for (const [, body] of pageAttacks.slice(0, 8)) {
      expect(await hostile.evaluate(attackScript(body, `http://127.0.0.1:${port}`))).toBeNull();
    }
    expect(await hostile.evaluate('localStorage.length')).toBe(0);
    expect(neighbour.requests.map(({ headers }) => headers.cookie ?? '').join('')).not.toContain('burrow');
    await neighbour[Symbol.asyncDispose]();
    await other.close();
  });
});

/** Another profile of the browser. */
async function newProfile() {
  const own = await browser.newContext();
  return { context: own, [Symbol.asyncDispose]: () => own.close() };
}
