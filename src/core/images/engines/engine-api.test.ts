import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Endpoint } from './endpoints.ts';
import { ask } from './engine-api.ts';

let server: Server;
let endpoint: Endpoint;
let listener: RequestListener;

beforeEach(async () => {
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  endpoint = { address: `tcp://127.0.0.1:${port}`, to: { host: '127.0.0.1', port } };
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('a complete answer over TCP', async () => {
  listener = (request, response) => {
    response.writeHead(201, { 'content-type': 'Application/JSON; charset=utf-8' });
    response.write('{"path":');
    response.end(`"${request.url}"}`);
  };
  const answer = { status: 201, contentType: 'application/json', body: '{"path":"/v1.41/info"}' };
  expect(await ask(endpoint, '/v1.41/info')).toEqual(answer);
});

test('an engine that never answers', async () => {
  listener = () => undefined;
  await expect(ask(endpoint, '/info', 100)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
});

test('an engine that starts to answer and never ends', async () => {
  listener = (_, response) => void response.writeHead(200).write('{');
  await expect(ask(endpoint, '/info', 100)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
});

test('an endless answer is refused', async () => {
  const piece = Buffer.alloc(1024 * 1024);
  listener = (_, response) => {
    const more = () => void (response.destroyed || response.write(piece, more));
    more();
  };
  await expect(ask(endpoint, '/info')).rejects.toMatchObject({ code: 'EMSGSIZE' });
});
