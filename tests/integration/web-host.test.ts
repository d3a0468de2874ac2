import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import { localSystem, type System } from '#core/system';
import { waitTimeoutMs } from '#testing/limits';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { openTab, request, type SignedIn, signIn, upgradeStatus } from '#testing/web-client';
import { unfinishedInstalls } from '#testing/unfinished-installs';
import { startWebHost, type WebHost } from '#web';

let folder: string;
let releases: ReleaseServer;
let system: System;
let host: WebHost;
let port: number;
let session: SignedIn;
let cookie: string;

const script = `console.log(${JSON.stringify('a'.repeat(2000))});`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-web-'));
  await mkdir(join(folder, 'ui/assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'not yours');
  await writeFile(join(folder, 'ui/index.html'), '<!doctype html><title>Burrow</title>');
  await writeFile(join(folder, 'ui/assets/index-abc123.js'), script);
  releases = await startReleaseServer();
  releases.offerFake({ version: 'go1.26.1', os: 'linux', arch: 'amd64', padding: 400_000 });
  const env = { ...process.env, BURROW_HOME: join(folder, 'home'), BURROW_GO_DL: releases.dl };
  system = { ...localSystem(), os: 'linux', arch: 'amd64', env };
  host = await startWebHost(system, { folder: join(folder, 'ui') });
  port = Number(new URL(host.url).port);
  session = await signIn(host.url);
  cookie = session.cookie;
});

afterAll(async () => {
  await host.close();
  await releases.close();
  // What a call that was ended has started may be writing still.
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** Another host, for a test that uses up its token or stops it. */
async function another() {
  const started = await startWebHost(system, { folder: join(folder, 'ui') });
  return { ...started, port: Number(new URL(started.url).port), [Symbol.asyncDispose]: started.close };
}

describe('signing in', () => {
  test('exchanges the token for a cookie that scripts cannot read and other sites cannot use', async () => {
    await using other = await another();
    const { pathname, search } = new URL(other.url);
    const answer = await request(other.port, pathname + search);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("location.replace('/')");
    expect(answer.body).not.toContain(search);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^burrow_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  test('takes a token once, and says so on a page in the language of the browser', async () => {
    const { pathname, search } = new URL(host.url);
    const second = await request(port, pathname + search, { 'accept-language': 'zh-CN,zh;q=0.9' });
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('此地址已被使用');
  });

  test('sends whoever is in already to the app, token or not', async () => {
    const { pathname, search } = new URL(host.url);
    expect((await request(port, pathname + search, { cookie })).headers.location).toBe('/');
  });

  test('refuses a wrong token without spending the right one', async () => {
    await using other = await another();
    expect((await request(other.port, '/?token=guess')).status).toBe(403);
    expect((await signIn(other.url)).cookie).toContain('=');
  });

  test.each(['/', '/assets/index-abc123.js', '/projects'])(
    'lets nobody see %s without a cookie',
    async (path) => {
      expect((await request(port, path)).status).toBe(401);
      expect((await request(port, path, { cookie: `burrow_${port}=guess` })).status).toBe(401);
    },
  );

  test('keeps the cookie good for reloads', async () => {
    expect((await request(port, '/', { cookie })).status).toBe(200);
    expect((await request(port, '/', { cookie: `theme=dark; ${cookie}` })).status).toBe(200);
  });
});

describe('where requests come from', () => {
  test.each([
    ['a rebound name', { host: 'evil.example' }, 403],
    ['a rebound name with our port', { host: 'evil.example:PORT' }, 403],
    ['another port', { host: '127.0.0.1:1' }, 403],
    ['another site', { origin: 'http://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['our own page', { origin: 'http://127.0.0.1:PORT' }, 200],
    ['another name of this machine', { host: 'localhost:PORT' }, 303],
  ])('%s', async (_what, given, status) => {
    const headers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, value.replace('PORT', String(port))]),
    );
    expect((await request(port, '/', { cookie, ...headers })).status).toBe(status);
    // A browser sends both headers, so the same conditions hold for the socket of a page.
    const upgrade = { cookie, origin: `http://${headers.host ?? `127.0.0.1:${port}`}`, ...headers };
    expect(await upgradeStatus(port, upgrade, { secret: session.secret })).toBe(status === 200 ? 101 : 403);
  });

  test('a socket needs an origin, the cookie, the secret and the right path', async () => {
    const origin = `http://127.0.0.1:${port}`;
    const { secret } = session;
    expect(await upgradeStatus(port, { cookie }, { secret })).toBe(403);
    expect(await upgradeStatus(port, { origin }, { secret })).toBe(401);
    expect(await upgradeStatus(port, { origin, cookie })).toBe(401);
    expect(await upgradeStatus(port, { origin, cookie }, { secret: 'guess' })).toBe(401);
    expect(await upgradeStatus(port, { origin, cookie }, { secret, path: '/other' })).toBe(404);
    expect(await upgradeStatus(port, { origin, cookie }, { secret })).toBe(101);
  });
});

describe('files', () => {
  test('come with a policy that runs no inline script and with no way to be framed', async () => {
    const { headers } = await request(port, '/', { cookie });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port}`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cache-control']).toBe('no-cache');
  });

  test('are compressed, and kept by the browser when their name holds their hash', async () => {
    const path = '/assets/index-abc123.js';
    const plain = await request(port, path, { cookie });
    const brotli = await request(port, path, { cookie, 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await request(port, path, { cookie, 'accept-encoding': 'gzip' });
    expect(plain.body).toBe(script);
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(Number(brotli.headers['content-length'])).toBeLessThan(script.length / 10);
    expect(brotli.headers['cache-control']).toContain('immutable');
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/secret.txt%00.js',
    '/%zz.js',
    '/assets/missing.js',
  ])('%s is not one of them', async (path) => {
    const answer = await request(port, path, { cookie });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('not yours');
  });

  test('a place inside the app gets the app', async () => {
    expect((await request(port, '/builds/b12', { cookie })).body).toContain('<title>Burrow</title>');
  });
});

function shim(): Promise<string> {
  return readFile(join(folder, 'home/shims/go'), 'utf8');
}

describe('the shims', () => {
  test('of an older Burrow are made anew when the host starts', async () => {
    await mkdir(join(folder, 'home/shims'), { recursive: true });
    await writeFile(join(folder, 'home/shims/go'), "#!/bin/sh\n# Burrow's shim of last year\n");
    await using _ = await another();
    await vi.waitFor(async () => expect(await shim()).toContain('_burrow_tool=go'), waitTimeoutMs);
  });

  test('follow the setting that lets them install what is missing', async () => {
    const tab = await openTab(port, session);
    const set = await tab.client.settings.set({ installMissing: true });
    expect(set).toMatchObject({ theme: 'system', language: 'system', installMissing: true });
    expect(await shim()).toMatch(/^_burrow_program='.*\/bin\/burrow'$/m);
    await tab.client.settings.set({ installMissing: false });
    expect(await shim()).toMatch(/^_burrow_program=''$/m);
    tab.close();
  });
});

describe('calls', () => {
  test('answer in several tabs at once', async () => {
    const tabs = await Promise.all([openTab(port, session), openTab(port, session)]);
    const answers = await Promise.all(tabs.map(({ client }) => client.machine.show()));
    expect(answers.map(({ os }) => os)).toEqual(['linux', 'linux']);
    for (const tab of tabs) tab.close();
  });

  test('fail with a code and its parameters, and with nothing of our insides', async () => {
    const tab = await openTab(port, session);
    const path = join(folder, 'no-such-binary');
    await expect(tab.client.binaries.inspect({ path })).rejects.toMatchObject({
      code: 'FAILED',
      data: { code: 'file.not-found', params: { path } },
    });
    await expect(tab.client.binaries.inspect({} as { path: string })).rejects.toMatchObject({
      code: 'FAILED',
      data: { code: 'input.invalid', params: { detail: expect.stringContaining('path') } },
    });
    tab.close();
  });

  test('stream their progress and return a result', async () => {
    const tab = await openTab(port, session);
    const install = await tab.client.toolchains.install({ version: '1.26.1', from: 'official' });
    const phases = new Set<string>();
    const { toolchain } = await drain(install, ({ phase }) => phases.add(phase));
    expect([...phases]).toContain('downloading');
    expect(toolchain.version).toBe('go1.26.1');
    tab.close();
  });

  test.each(['cancelled', 'closed'] as const)('stop, leaving nothing, when they are %s', async (how) => {
    releases.offerFake({ version: 'go1.26.2', os: 'linux', arch: 'amd64', padding: 400_000 });
    releases.fail({ path: /go1\.26\.2.*gz$/, kind: { bytesPerSecond: 200_000 } });
    const tab = await openTab(port, session);
    const cancel = new AbortController();
    const install = await tab.client.toolchains.install(
      { version: '1.26.2', from: 'official' },
      { signal: cancel.signal },
    );
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { phase, bytes } of install) {
        seen.push(phase);
        if (phase !== 'downloading' || bytes === 0) continue;
        if (how === 'cancelled') cancel.abort();
        else tab.close();
      }
    })();
    await expect(reading).rejects.toThrow();
    expect(seen.at(-1)).toBe('downloading');
    await expect.poll(() => unfinishedInstalls(join(folder, 'home/staging'))).toEqual([]);
    expect(await readdir(join(folder, 'home/toolchains'))).not.toContain('go1.26.2.linux-amd64');
    releases.heal();
    tab.close();
  });

  test('leave installs running when their tab is closed, and another tab sees and cancels them', async () => {
    releases.offerFake({ version: 'go1.26.3', os: 'linux', arch: 'amd64', padding: 400_000 });
    releases.fail({ path: /go1\.26\.3.*gz$/, kind: { bytesPerSecond: 200_000 } });
    const tab = await openTab(port, session);
    const wanted = { version: '1.26.3', from: 'official' };
    const { run } = await tab.client.installs.start(wanted);
    expect(await tab.client.installs.start(wanted)).toMatchObject({ run: { id: run.id } });
    tab.close();
    const next = await openTab(port, session);
    const states: string[] = [];
    for await (const event of await next.client.installs.watch()) {
      if (event.type === 'gone') break;
      const { state, progress, id } = event.run;
      if (states.at(-1) !== state) states.push(state);
      if (state === 'running' && progress?.bytes) await next.client.installs.cancel({ id });
      if (state === 'cancelled') await next.client.installs.dismiss({ id });
    }
    expect(states).toEqual(['running', 'cancelling', 'cancelled']);
    await expect.poll(() => unfinishedInstalls(join(folder, 'home/staging'))).toEqual([]);
    releases.heal();
    next.close();
  });

  test('that are too long close the line, and only that one', async () => {
    const [rude, other] = await Promise.all([openTab(port, session), openTab(port, session)]);
    const path = 'x'.repeat(2 * 1024 * 1024);
    await expect(rude.client.binaries.inspect({ path })).rejects.toThrow();
    await expect(other.client.machine.show()).resolves.toMatchObject({ os: 'linux' });
    other.close();
  });
});

test('a port that is taken is named', async () => {
  const failed = await startWebHost(system, { port }).catch((error: unknown) => error);
  expect(isFailure(failed, 'serve.port-busy')).toBe(true);
  expect(failed).toMatchObject({ params: { port } });
});

test('a signal ends the host', async () => {
  const end = new AbortController();
  const ended = await startWebHost(system, { signal: end.signal });
  const itsPort = Number(new URL(ended.url).port);
  expect((await request(itsPort, '/')).status).toBe(401);
  end.abort();
  await ended.close();
  await expect(request(itsPort, '/')).rejects.toThrow('ECONNREFUSED');
});
