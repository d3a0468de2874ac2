import { request } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Endpoint } from './endpoints.ts';

/**
 * A connection on which an engine speaks gRPC over HTTP/2, for whoever asked for it to close. null: the engine has none, or does
 * not answer within `timeoutMs`.
 */
export function openGrpc({ to }: Endpoint, timeoutMs: number): Promise<Duplex | null> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const headers = { Connection: 'Upgrade', Upgrade: 'h2c' };
    const asked = request({ ...to, path: '/grpc', method: 'POST', headers, signal, agent: false });
    asked.on('upgrade', (_answer, socket, head) => {
      // The engine may have begun to speak already.
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    asked.on('response', (answer) => {
      answer.destroy();
      resolve(null);
    });
    asked.on('error', () => resolve(null));
    asked.end();
  });
}
