import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { openGrpc } from './upgrade.ts';

let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function open(listen: (listening: Server) => void, timeoutMs = 5000) {
  const listening = createServer();
  server = listening;
  listen(listening);
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  return openGrpc({ address: 'tcp://engine', to: { host: '127.0.0.1', port } }, timeoutMs);
}

it('is the connection, with what the engine said at once', async () => {
  const socket = await open((listening) =>
    listening.on('upgrade', ({ method, url, headers }, connection) => {
      const asked = `${method} ${url} ${headers.upgrade}`;
      connection.end(`HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n${asked}`);
    }),
  );
  expect(socket && (await text(socket))).toBe('POST /grpc h2c');
});

it.each<[string, RequestListener, number]>([
  ['refuses, as Podman does', (_, response) => response.writeHead(404).end('not found'), 5000],
  ['does not answer', () => {}, 50],
  ['closes the connection', (request) => request.destroy(), 5000],
])('is null for an engine that %s', async (_what, listener, timeoutMs) => {
  expect(await open((listening) => listening.on('request', listener), timeoutMs)).toBeNull();
});
