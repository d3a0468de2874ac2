import type { IncomingMessage } from 'node:http';
import { addressedBy } from './gate.ts';
import { mayBringToken } from './origin.ts';
import type { Key, Session } from './session.ts';

/**
 * What a request with a token gets: a key, or why not. `signed-in`: this browser needs none. `not-now`: the user has
 * not opened the address yet. `passed-on`: a service worker of an earlier server on this port stands between. Null: the
 * request brings no token, or must not bring one.
 */
export type Exchanged = Key | 'wrong' | 'used' | 'signed-in' | 'not-now' | 'passed-on' | null;

export function exchangeToken(request: IncomingMessage, session: Session): Exchanged {
  const { headers, method, url = '' } = request;
  // Not parsed with URL, which reads `//x` as another host.
  const token = new URLSearchParams(url.split('?', 2)[1]).get('token');
  if (token === null) return null;
  const addressed = addressedBy(request);
  if (!mayBringToken(addressed)) return addressed.site === 'same-origin' ? 'passed-on' : null;
  if (session.admits(headers.cookie)) return 'signed-in';
  // Link previews send HEAD, and browsers fetch ahead; neither must use up the token.
  const isAhead = headers['sec-purpose'] !== undefined || headers['purpose'] === 'prefetch';
  return method === 'HEAD' || isAhead ? 'not-now' : session.exchange(token);
}
