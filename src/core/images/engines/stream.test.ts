import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '#contract/image-contents-failures';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Endpoint } from './endpoints.ts';
import { openStream } from './stream.ts';
import { beginTimeoutMs, unlessStalled } from './unless-stalled.ts';

let folder: string;
let endpoint: Endpoint;
let close = (): void => {};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bs-'));
  endpoint = { address: `unix://${folder}/e.sock`, to: { socketPath: join(folder, 'e.sock') } };
});

afterEach(async () => {
  close();
  await rm(folder, { recursive: true, force: true });
});

async function serve(listener: RequestListener): Promise<void> {
  const server = createServer(listener).listen(join(folder, 'e.sock'));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  await once(server, 'listening');
}

async function read(signal = new AbortController().signal): Promise<string> {
  let text = '';
  const chunks = await openStream(endpoint, '/images/a/get', signal);
  for await (const chunk of chunks) text += chunk.toString();
  return text;
}

test('passes on what the engine sends', async () => {
  await serve((_, response) => response.writeHead(200, { 'content-type': 'application/x-tar' }).end('abc'));
  expect(await read()).toBe('abc');
});

test.each<[string, RequestListener, object]>([
  [
    'the engine cannot save it',
    (_, response) =>
      response
        .writeHead(500, { 'content-type': 'application/json' })
        .end('{"message":"empty export - not implemented"}'),
    { code: 'engine.refused', params: { detail: '500 empty export - not implemented' } },
  ],
  [
    'a proxy answers',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    { code: 'engine.unreadable' },
  ],
  ['no HTTP', (request) => request.socket.end('hello\n\n'), { code: 'engine.unreadable' }],
  [
    'the engine ends in the middle',
    (_, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('abc');
      setImmediate(() => response.socket?.destroy());
    },
    { code: 'engine.stopped-sending' },
  ],
])('fails clearly: %s', async (_, listener, failed) => {
  await serve(listener);
  await expect(read()).rejects.toMatchObject(failed);
});

test.each<[string, RequestListener, string]>([
  ['before the first byte', () => {}, 'engine.sends-nothing'],
  ['after its headers', (_, response) => response.writeHead(200).flushHeaders(), 'engine.sends-nothing'],
  ['in the middle', (_, response) => void response.writeHead(200).write('abc'), 'engine.stopped-sending'],
])('an engine that stalls %s is given up', async (_, listener, code) => {
  await serve(listener);
  const asked: number[] = [];
  const soon = (ms: number, work: () => void) => {
    asked.push(ms);
    const timer = setTimeout(work, 100);
    return () => clearTimeout(timer);
  };
  const open = (signal: AbortSignal) => openStream(endpoint, '/images/a/get', signal);
  const stream = unlessStalled({ after: soon }, endpoint.address, open, new AbortController().signal);
  const reading = (async () => {
    for await (const chunk of stream) expect(String(chunk)).toBe('abc');
  })();
  await expect(reading).rejects.toMatchObject({ code });
  expect(asked[0]).toBe(beginTimeoutMs);
});

test('no engine', async () => {
  await expect(read()).rejects.toMatchObject({
    code: 'engine.not-running',
    params: { tried: [endpoint.address] },
  });
});

test.each<[string, RequestListener]>([
  ['before the first byte', () => {}],
  ['in the middle', (_, response) => void response.writeHead(200).write('abc')],
])('is cancelled at once, %s', async (_, listener) => {
  await serve(listener);
  const controller = new AbortController();
  const reading = read(controller.signal);
  setTimeout(() => controller.abort(), 50);
  const started = performance.now();
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  expect(performance.now() - started).toBeLessThan(1000);
});
