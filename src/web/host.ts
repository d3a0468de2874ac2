import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientOf, createApi, freshen, keepSoon, uiFolder } from '#api';
import type { HostEnvironment } from '#contract/consistency';
import { failure } from '#contract/failure';
import type { System } from '#core/system';
import { createGate } from './gate.ts';
import { refuseRaw } from './headers.ts';
import { createPages } from './pages.ts';
import { createSession } from './session.ts';
import { createSockets } from './socket.ts';
import { createUpgrades } from './upgrades.ts';

/** What the user should know: who used the address, or tried to. */
export type HostEvent =
  | { kind: 'signed-in' }
  /** Someone opened the address after it had been used; reported once. */
  | { kind: 'token-used-again' }
  /** Another user of this machine sent a request, which was refused; reported once for each. */
  | { kind: 'other-user'; uid: number };

export interface WebHostOptions {
  /** Omitted or 0: a free one. */
  port?: number;
  /** Stops the host. */
  signal?: AbortSignal;
  /** The folder of the built UI; omitted: that of this Burrow. */
  folder?: string;
  /** Where the environment of `system` comes from; omitted: from the start of this process. */
  environment?: Promise<HostEnvironment>;
  onEvent?: (event: HostEvent) => void;
}

export interface WebHost {
  /** With the token that signs one browser in. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves Burrow's UI and API on 127.0.0.1, to the one browser that opens `url` first, and on Linux to no other user's.
 * Fails with `serve.port-busy` or `serve.port-refused`.
 */
export async function startWebHost(system: System, options: WebHostOptions = {}): Promise<WebHost> {
  const { onEvent = () => {}, folder = uiFolder() } = options;
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 });
  const port = await listen(server, options.port ?? 0);
  const session = createSession(port);
  const api = createApi(system, options.environment);
  void freshen(system);
  const stopKeeping = keepSoon(api.context);
  const sockets = createSockets(api);
  const gate = createGate(port, (uid) => onEvent({ kind: 'other-user', uid }));
  let usedAgain = false;
  const onToken = (what: 'exchanged' | 'used-again') => {
    if (what === 'exchanged') onEvent({ kind: 'signed-in' });
    else if (!usedAgain) onEvent({ kind: 'token-used-again' });
    usedAgain ||= what === 'used-again';
  };
  const preferences = () =>
    clientOf(api)
      .settings.get()
      .catch(() => null);
  const pages = createPages({ session, port, folder, gate, onToken, preferences });
  const upgrades = createUpgrades(session, gate, sockets);

  server.on('connection', (socket) => gate.opened(socket));
  server.on('request', (request, response) => {
    pages(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    upgrades(request, socket, head).catch(() => socket.destroy());
  });
  // Node's own answers to what is no HTTP have no security headers.
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    refuseRaw(socket, rawStatuses[error.code ?? ''] ?? 400);
  });

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      sockets.close();
      await new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
      await stopKeeping();
      await api.close();
    })();
    return closing;
  };
  options.signal?.addEventListener('abort', () => void close(), { once: true });
  return { url: `http://127.0.0.1:${port}/?token=${session.token}`, close };
}

/** Statuses for what Node refuses by itself; 400 for all else. */
const rawStatuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

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
