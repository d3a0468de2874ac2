import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { drain } from '#contract/streams';
import { waitTimeoutMs } from '#testing/limits';
import { testClock } from '#testing/test-clock';
import { localSystem } from '../local/index.ts';
import { type Downloaded, type DownloadProgress, download } from './download.ts';
import type { DownloadRequest } from './request.ts';

const system = localSystem();
const body = Buffer.alloc(3_000_000, 'go1.26.1');
const sha256 = createHash('sha256').update(body).digest('hex');

let folder: string;
let server: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-download-'));
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const to = (): string => join(folder, 'file');
const bytesThere = (): number => statSync(to(), { throwIfNoEntry: false })?.size ?? 0;

/** The address of a server with this listener. */
async function serve(answer: RequestListener): Promise<string> {
  const made = createServer(answer).listen(0, '127.0.0.1');
  server = made;
  await new Promise((resolve) => made.once('listening', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

async function finish(
  request: Omit<DownloadRequest, 'to'>,
): Promise<{ seen: DownloadProgress[]; result: Downloaded }> {
  return collect(download(system, { to: to(), ...request }));
}

async function collect(steps: ReturnType<typeof download>) {
  const seen: DownloadProgress[] = [];
  const result = await drain(steps, (progress) => seen.push(progress));
  return { seen, result };
}

const whole: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/gzip', 'content-length': body.length });
  response.end(body);
};

describe('a file that exists', () => {
  test('is written and hashed', async () => {
    const url = await serve(whole);
    const { seen, result } = await finish({ url: `${url}/go.tar.gz`, expectedBytes: body.length });

    expect(result).toEqual({ bytes: body.length, sha256, contentType: 'application/gzip', resumedAt: 0 });
    expect(readFileSync(to()).equals(body)).toBe(true);
    expect(seen[0]).toEqual({ bytes: 0, totalBytes: body.length });
    expect(seen.at(-1)).toEqual({ bytes: body.length, totalBytes: body.length });
  });

  test('may be empty, without an announced length', async () => {
    const url = await serve((_, response) => response.writeHead(200).end());
    const { seen, result } = await finish({ url });
    expect(result).toMatchObject({ bytes: 0, contentType: null, resumedAt: 0 });
    expect(readFileSync(to())).toHaveLength(0);
    expect(seen.at(-1)?.bytes).toBe(0);
  });

  test('is followed to another address, without credentials', async () => {
    const headers: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      headers.push(request.headers.authorization);
      response.end('here');
    });
    const second = server;
    const url = await serve((request, response) => {
      headers.push(request.headers.authorization);
      response.writeHead(302, { location: other.replace('127.0.0.1', 'localhost') }).end();
    });
    const { result } = await finish({ url: url.replace('://', '://me:p%40ss@') });
    second?.close();
    expect(result.bytes).toBe(4);
    expect(headers).toEqual([`Basic ${Buffer.from('me:p@ss').toString('base64')}`, undefined]);
  });

  test('reports about ten times a second, whatever the speed', async () => {
    const clock = testClock();
    let left = 200;
    const pieces = new ReadableStream({
      pull: (controller) => {
        clock.advance(10);
        if (left-- === 0) controller.close();
        else controller.enqueue(Buffer.from('x'));
      },
    });
    const fetch = () => Promise.resolve(new Response(pieces));
    const steps = download({ ...system, ...clock, fetch }, { url: 'https://go.test/x', to: to() });
    let reports = 0;
    await drain(steps, () => reports++);
    // 200 pieces, 10 ms each: one report in ten pieces, plus the first and the last.
    expect(reports).toBe(22);
  });
});

const html: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'Text/HTML; charset=utf-8' }).end('<html>sign in</html>');
};
const cut: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': body.length });
  response.write(body.subarray(0, 1000));
  void vi.waitUntil(() => bytesThere() === 1000, waitTimeoutMs).then(() => response.destroy());
};
const endless: RequestListener = (_, response) => {
  const more = (): void => {
    if (!response.destroyed) response.write(body, more);
  };
  more();
};
/** A small answer that fetch() inflates to a large one. */
const bomb: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(30_000_000)));
};
const silent: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': body.length });
  response.write(body.subarray(0, 1000));
};
const status =
  (code: number): RequestListener =>
  (_, response) => {
    response.writeHead(code, { 'content-type': 'text/html' }).end('<html>error</html>');
  };
const short: RequestListener = (_, response) => response.end('short');

describe('a bad answer', () => {
  test.each<[string, RequestListener, Partial<DownloadRequest>, object]>([
    ['404', status(404), {}, { code: 'download.status', params: { status: 404 } }],
    ['500', status(500), {}, { code: 'download.status', params: { status: 500 } }],
    ['204', status(204), {}, { code: 'download.status', params: { status: 204 } }],
    ['a sign-in page', html, {}, { code: 'download.not-what-was-asked', params: { got: 'text/html' } }],
    ['a cut connection', cut, {}, { code: 'download.short', params: { expected: body.length, got: 1000 } }],
    [
      'a short body',
      short,
      { expectedBytes: 10 },
      { code: 'download.short', params: { expected: 10, got: 5 } },
    ],
    ['a long body', whole, { expectedBytes: 10 }, { code: 'download.long', params: { expected: 10 } }],
    ['an endless body', endless, { expectedBytes: 10 }, { code: 'download.long', params: { expected: 10 } }],
    ['a body that inflates without limit', bomb, { maxBytes: 1_000_000 }, { code: 'download.long' }],
    ['an announced length that is too short', whole, { expectedBytes: 9e9 }, { code: 'download.short' }],
    ['an early hang-up', (_, response) => response.destroy(), {}, { code: 'download.unreachable' }],
  ])('%s is refused, and nothing is left', async (_, answer, options, failed) => {
    const url = await serve(answer);
    await expect(finish({ url, ...options })).rejects.toMatchObject(failed);
    expect(existsSync(to())).toBe(false);
  });

  test.each<[string, RequestListener, number]>([
    ['in the middle', silent, 1000],
    ['from the start', () => {}, 0],
  ])('silence %s is refused, and nothing is left', async (_, answer, bytes) => {
    const clock = testClock();
    const request = { url: await serve(answer), to: to(), idleTimeoutMs: 60_000 };
    const failing = expect(collect(download({ ...system, ...clock }, request))).rejects.toMatchObject({
      code: 'download.unreachable',
      params: { detail: 'no bytes for 60 s' },
    });
    await expect.poll(() => bytesThere() === bytes && clock.waiting()).toBe(1);
    clock.advance(59_999);
    expect(clock.waiting()).toBe(1);
    clock.advance(1);
    await failing;
    expect(existsSync(to())).toBe(false);
  });

  test('an endless redirect is refused', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: '/again' }).end());
    await expect(finish({ url })).rejects.toMatchObject({ code: 'download.unreachable' });
  });

  test('a server that is down', async () => {
    const url = await serve(whole);
    server?.close();
    await expect(finish({ url: url.replace('://', '://me:secret@') })).rejects.toMatchObject({
      code: 'download.unreachable',
      params: { url: url.replace('://', '://***@'), detail: expect.stringContaining('ECONNREFUSED') },
    });
  });

  test.each(['nonsense', 'ftp://127.0.0.1/go', 'http://'])('%s is not a valid address', async (url) => {
    await expect(finish({ url })).rejects.toMatchObject({ code: 'download.unreachable' });
    expect(existsSync(to())).toBe(false);
  });
});

const slow: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': body.length });
  response.write(body.subarray(0, 100_000));
};

describe('stopping', () => {
  test('an abort in the middle', async () => {
    const stop = new AbortController();
    const steps = download(system, { url: await serve(slow), to: to(), signal: stop.signal });
    await steps.next();
    const next = steps.next();
    stop.abort();
    await expect(next).rejects.toMatchObject({ code: 'cancelled' });
    expect(existsSync(to())).toBe(false);
  });

  test('an abort beforehand', async () => {
    const url = await serve(slow);
    await expect(finish({ url, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(existsSync(to())).toBe(false);
  });

  test('stopping early closes the connection', async () => {
    let hungUp = false;
    const url = await serve((request, response) => {
      response.on('close', () => {
        hungUp = true;
      });
      slow(request, response);
    });
    const steps = download(system, { url, to: to() });
    await steps.next();
    await steps.return({ bytes: 0, sha256: '', contentType: null, resumedAt: 0 });
    expect(existsSync(to())).toBe(false);
    await expect.poll(() => hungUp).toBe(true);
  });

  test('a slow reader is not a silent server', async () => {
    const clock = testClock();
    const steps = download({ ...system, ...clock }, { url: await serve(whole), to: to(), idleTimeoutMs: 50 });
    await steps.next();
    clock.advance(150);
    expect((await drain(steps)).sha256).toBe(sha256);
  });
});

describe('where it is written', () => {
  test('an existing file is neither read nor removed', async () => {
    writeFileSync(to(), 'mine');
    await expect(finish({ url: await serve(whole) })).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(to(), 'utf8')).toBe('mine');
  });

  test('no folder', async () => {
    const path = join(folder, 'no', 'file');
    const steps = download(system, { url: await serve(whole), to: path });
    await expect(steps.next()).rejects.toMatchObject({ code: 'file.not-found', params: { path } });
  });
});
