import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { secretIn } from '#contract/web-session';
import type { Gate } from './gate.ts';
import { refuseRaw } from './headers.ts';
import type { Session } from './session.ts';
import type { Sockets } from './socket.ts';

/** Handles requests for a WebSocket: those of this session's pages get the API. */
export function createUpgrades(session: Session, gate: Gate, sockets: Sockets) {
  return async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const { cookie, 'sec-websocket-protocol': protocols } = request.headers;
    const verdict = await gate.judge(request, 'upgrade');
    if (verdict === 'ambiguous') return refuseRaw(socket, 400);
    if (verdict !== 'here') return refuseRaw(socket, 403);
    if (!session.admits(cookie) || !session.holds(secretIn(protocols))) return refuseRaw(socket, 401);
    if (request.url !== '/rpc') return refuseRaw(socket, 404);
    sockets.accept(request, socket, head);
  };
}
