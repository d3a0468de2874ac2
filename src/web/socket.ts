import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Api, isRequestMessage } from '#api';
import { apiProtocol } from '#contract/web-session';
import { refuseRaw } from './headers.ts';

/** Bytes. Requests are small, and nothing is uploaded. */
const maxMessageBytes = 1024 * 1024;
/** ms between two pings. */
const pingEveryMs = 30_000;

/** The WebSocket connections of all tabs. */
export interface Sockets {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/**
 * Serves the API over WebSockets, one per tab. When a tab is closed, its running calls are aborted; an install stops
 * and leaves nothing incomplete.
 */
export function createSockets(api: Api): Sockets {
  const handler = new RPCHandler(api.router);
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    handleProtocols: () => apiProtocol,
  });
  server.on('wsClientError', (_error, socket) => refuseRaw(socket, 400));
  const silent = new WeakSet<object>();
  const pinging = setInterval(() => {
    for (const socket of server.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.ping();
    }
  }, pingEveryMs);
  pinging.unref();
  server.on('connection', (socket) => {
    socket.on('pong', () => silent.delete(socket));
    // An invalid frame closes the connection; without a listener, the event would end the process.
    socket.on('error', () => socket.terminate());
    void handler.upgrade(requestsOf(socket), { context: api.context });
  });
  return {
    accept(request, socket, head) {
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
    },
    close() {
      clearInterval(pinging);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

/** The connection without messages that are no requests: the first of them closes it. */
function requestsOf(socket: WebSocket): Pick<WebSocket, 'send' | 'addEventListener'> {
  const addEventListener = (
    type: 'message' | 'close',
    listener: (event: { data?: unknown }) => void,
  ): void => {
    if (type === 'close') socket.addEventListener('close', () => listener({}));
    else {
      socket.addEventListener('message', ({ data }) => {
        if (isRequestMessage(data)) listener({ data });
        else socket.close(1007);
      });
    }
  };
  return {
    send: socket.send.bind(socket),
    addEventListener,
  } as unknown as ReturnType<typeof requestsOf>;
}
