import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { localSystem } from '../local/index.ts';
import { type Downloaded, download } from './download.ts';
import type { DownloadRequest } from './request.ts';

const bytesOf = (seed: number, length = 100_000): Buffer =>
  Buffer.from(Uint32Array.from({ length: length / 4 }, (_, i) => Math.imul(i + seed, 2_654_435_761)).buffer);
const body = bytesOf(1);
const other = bytesOf(2);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let folder: string;
let server: Server;
let url: string;
/** What the server answers, and what it was asked. */
let answer: RequestListener;
let asked: IncomingHttpHeaders[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-resume-'));
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.headers);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/go.tar.gz`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const to = (): string => join(folder, 'file');
async function fetched(more: Partial<DownloadRequest> = {}): Promise<Downloaded> {
  return drain(download(localSystem(), { url, to: to(), resume: 'same-place', ...more }));
}

interface Shape {
  content?: Buffer;
  headers?: Record<string, string>;
  /** The connection ends after this many bytes of the file. */
  cut?: number;
  ranges?: boolean;
}
const validated = { etag: '"one"' };

/** A server that follows RFC 9110, except for what `shape` changes. */
function serving({ content = body, headers = validated, cut, ranges = true }: Shape = {}): RequestListener {
  return (request, response) => {
    const [, from = '0'] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
    const condition = request.headers['if-range'];
    const holds = condition === undefined || Object.values(headers).some((value) => value === condition);
    const start = ranges && holds ? Number(from) : 0;
    response.writeHead(start > 0 ? 206 : 200, {
      ...headers,
      'content-length': content.length - start,
      ...(start > 0 && { 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` }),
    });
    if (cut === undefined || cut <= start) response.end(content.subarray(start));
    else {
      response.write(content.subarray(start, cut));
      // Wait for the bytes to arrive: a connection that is reset may lose those in transit.
      const look = setInterval(() => {
        if (statSync(to()).size < cut) return;
        clearInterval(look);
        response.destroy();
      }, 5);
    }
  };
}

/** Downloads the first `cut` bytes, and leaves them as a partial file. */
async function begin(cut: number, shape: Shape = {}): Promise<void> {
  answer = serving({ ...shape, cut });
  await expect(fetched()).rejects.toMatchObject({ code: 'download.short', params: { got: cut } });
  expect(readFileSync(to())).toHaveLength(cut);
}

it.each([10, 20, 30, 40, 50, 60, 70, 80, 90])('gets the same bytes after a cut at %d %%', async (percent) => {
  const cut = (body.length * percent) / 100;
  await begin(cut);
  answer = serving();
  expect(await fetched()).toMatchObject({ bytes: body.length, sha256: sha256(body), resumedAt: cut });
  expect(readFileSync(to()).equals(body)).toBe(true);
  expect(asked.at(-1)).toMatchObject({ range: `bytes=${cut}-`, 'if-range': '"one"' });
});

it('gets the same bytes when it is cut at every 10 %', async () => {
  for (let cut = 10_000; cut < body.length; cut += 10_000) await begin(cut);
  answer = serving();
  expect(await fetched()).toMatchObject({ sha256: sha256(body), resumedAt: 90_000 });
});

it('requests nothing when nothing is missing', async () => {
  answer = serving();
  await fetched();
  expect(await fetched()).toMatchObject({ sha256: sha256(body), resumedAt: body.length });
  expect(asked).toHaveLength(1);
});

it('requests nothing when a file without an announced length is complete', async () => {
  answer = (_request, response) => {
    response.writeHead(200, validated); // chunked
    response.write(body.subarray(0, 100));
    response.end(body.subarray(100));
  };
  expect(await fetched()).toMatchObject({ bytes: body.length, resumedAt: 0 });
  expect(await fetched()).toMatchObject({ sha256: sha256(body), resumedAt: body.length });
  expect(asked).toHaveLength(1);
});

it('starts over when the file has changed meanwhile', async () => {
  await begin(40_000);
  answer = serving({ content: other, headers: { etag: '"two"' } });
  expect(await fetched()).toMatchObject({ sha256: sha256(other), resumedAt: 0 });
  expect(readFileSync(to()).equals(other)).toBe(true);
});

it('starts over when the server does not support ranges', async () => {
  await begin(40_000);
  answer = serving({ ranges: false });
  expect(await fetched()).toMatchObject({ sha256: sha256(body), resumedAt: 0 });
});

it.each([
  ['no validator', {}],
  ['a weak ETag', { etag: 'W/"one"' }],
  ['a date that is too recent', { 'last-modified': new Date(Date.now() + 3_600_000).toUTCString() }],
])('does not resume with %s: it could be another file', async (_, headers) => {
  await begin(40_000, { headers });
  answer = serving({ headers });
  expect(await fetched()).toMatchObject({ sha256: sha256(body), resumedAt: 0 });
  expect(asked.at(-1)).not.toHaveProperty('range');
});

it('resumes with a date that is old enough', async () => {
  const headers = { 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' };
  await begin(40_000, { headers });
  answer = serving({ headers });
  expect(await fetched()).toMatchObject({ sha256: sha256(body), resumedAt: 40_000 });
});

it('resumes from another server only when the checksum is known', async () => {
  await begin(40_000);
  answer = serving({ headers: { etag: '"elsewhere"' } });
  const elsewhere = `${url}?mirror`;
  expect(await fetched({ url: elsewhere, resume: 'any-place' })).toMatchObject({
    resumedAt: 40_000,
    sha256: sha256(body),
  });
  rmSync(to());
  await begin(40_000);
  answer = serving();
  expect(await fetched({ url: elsewhere })).toMatchObject({ resumedAt: 0, sha256: sha256(body) });
});

it('starts over at a server whose file has another size', async () => {
  await begin(40_000);
  const longer = bytesOf(3, 120_000);
  answer = serving({ content: longer });
  expect(await fetched({ resume: 'any-place' })).toMatchObject({ resumedAt: 0, sha256: sha256(longer) });
});

it.each([
  ['416', { status: 416, headers: {} }],
  ['a range at another offset', { status: 206, headers: { 'content-range': 'bytes 3-99999/100000' } }],
  ['a range without Content-Range', { status: 206, headers: {} }],
  [
    'a range of a compressed response',
    {
      status: 206,
      headers: {
        'content-range': `bytes 40000-${body.length - 1}/${body.length}`,
        'content-encoding': 'gzip',
      },
    },
  ],
])('starts over after %s', async (_, { status, headers }) => {
  await begin(40_000);
  answer = (request, response) => {
    if (request.headers.range) response.writeHead(status, headers).end('x');
    else serving()(request, response);
  };
  expect(await fetched()).toMatchObject({ sha256: sha256(body), resumedAt: 0 });
});

it.each([
  ['a status', 503, {}, 'download.status'],
  ['an HTML page', 200, { 'content-type': 'text/html' }, 'download.not-what-was-asked'],
])('keeps the partial file after %s', async (_, status, headers, code) => {
  await begin(40_000);
  answer = (_request, response) => response.writeHead(status, headers).end('<html>');
  await expect(fetched()).rejects.toMatchObject({ code });
  answer = serving();
  expect(await fetched()).toMatchObject({ sha256: sha256(body), resumedAt: 40_000 });
});

it('leaves no file when nothing arrived', async () => {
  answer = (_request, response) => response.writeHead(404).end();
  await expect(fetched()).rejects.toMatchObject({ code: 'download.status' });
  expect(existsSync(to())).toBe(false);
});

it('keeps nothing of an endless body', async () => {
  answer = serving();
  await expect(fetched({ maxBytes: 50_000 })).rejects.toMatchObject({ code: 'download.long' });
  expect(existsSync(to())).toBe(false);
});

it('stores no password, and starts over without its metadata', async () => {
  answer = serving({ cut: 40_000 });
  await expect(fetched({ url: url.replace('//', '//me:s3cret@') })).rejects.toMatchObject({
    code: 'download.short',
  });
  expect(readFileSync(`${to()}.json`, 'utf8')).not.toContain('s3cret');
  writeFileSync(`${to()}.json`, '{"url":1}');
  answer = serving();
  expect(await fetched()).toMatchObject({ sha256: sha256(body), resumedAt: 0 });
});
