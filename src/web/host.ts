import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi, freshen, uiFolder } from '#api';
import { failure } from '#contract/failure';
import type { System } from '#core/system';
import { comesFromHere } from './origin.ts';
import { createPages } from './pages.ts';
import { createSession } from './session.ts';
import { createSockets } from './socket.ts';

export interface WebHostOptions {
  /** Omitted or 0: a free one. */
  port?: number;
  /** Stops the host. */
  signal?: AbortSignal;
  /** The folder of the built UI; omitted: that of this Burrow. */
  folder?: string;
}

export interface WebHost {
  /** With the token that signs one browser in. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves Burrow's UI and API on 127.0.0.1, to the one browser that opens `url` first.
 * Fails with `serve.port-busy` or `serve.port-refused`.
 */
export async function startWebHost(system: System, options: WebHostOptions = {}): Promise<WebHost> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 });
  const port = await listen(server, options.port ?? 0);
  const session = createSession(port);
  const api = createApi(system);
  void freshen(system);
  const sockets = createSockets(api);
  const pages = createPages(session, port, options.folder ?? uiFolder());

  server.on('request', (request, response) => {
    pages(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => {
    const { host, origin, cookie } = request.headers;
    socket.on('error', () => socket.destroy());
    if (!comesFromHere({ host, origin }, port, 'upgrade')) return refuseUpgrade(socket, '403 Forbidden');
    if (!session.admits(cookie)) return refuseUpgrade(socket, '401 Unauthorized');
    if (request.url !== '/rpc') return refuseUpgrade(socket, '404 Not Found');
    sockets.accept(request, socket, head);
  });

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      sockets.close();
      await new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
      await api.close();
    })();
    return closing;
  };
  options.signal?.addEventListener('abort', () => void close(), { once: true });
  return { url: `http://127.0.0.1:${port}/?token=${session.token}`, close };
}

function refuseUpgrade(socket: { end(text: string): void }, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') failed(failure('serve.port-busy', { port }, error));
      else failed(failure('serve.port-refused', { port, detail: error.message }, error));
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, listening);
  });
  return (server.address() as AddressInfo).port;
}
