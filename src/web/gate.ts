import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type Addressed, isAmbiguous, type Provenance, provenance } from './origin.ts';
import { otherUser } from './peer.ts';

/** `ambiguous`: the request contradicts itself, or no browser would send it. `other-user`: another user of this machine sent it. */
export type Verdict = Provenance | 'ambiguous' | 'other-user';

/** What every request and every upgrade passes before anything else. */
export interface Gate {
  /** Finds out who opened a connection; called when it opens, while the other end surely is still there. */
  opened(socket: Socket): void;
  judge(request: IncomingMessage, kind: 'request' | 'upgrade'): Promise<Verdict>;
}

/** `onOtherUser` is called with the id of each other user who tries, once. */
export function createGate(port: number, onOtherUser: (uid: number) => void): Gate {
  const owners = new WeakMap<Socket, Promise<number | null>>();
  const seen = new Set<number>();
  return {
    opened(socket) {
      owners.set(socket, otherUser(socket));
    },
    async judge(request, kind) {
      const isPlain = request.httpVersion === '1.1' && request.url?.startsWith('/');
      if (!isPlain || isAmbiguous(request.rawHeaders)) return 'ambiguous';
      const uid = (await owners.get(request.socket)) ?? null;
      if (uid === null) return provenance(addressedBy(request), port, kind);
      if (!seen.has(uid)) onOtherUser(uid);
      seen.add(uid);
      return 'other-user';
    },
  };
}

/** The headers of a request that tell where it comes from and where it goes. */
export function addressedBy({ headers }: IncomingMessage): Addressed {
  return {
    host: headers.host,
    origin: headers.origin,
    site: headers['sec-fetch-site']?.toString(),
    mode: headers['sec-fetch-mode']?.toString(),
    dest: headers['sec-fetch-dest']?.toString(),
  };
}
