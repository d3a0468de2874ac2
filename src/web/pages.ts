import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseLocale } from '#contract/locale';
import { createAssets } from './assets.ts';
import { securityHeaders } from './headers.ts';
import { comesFromHere } from './origin.ts';
import { type Refusal, refusalPage } from './refusal.ts';
import type { Session } from './session.ts';

const statuses: Record<Refusal, number> = {
  'no-session': 401,
  'token-used': 403,
  'not-found': 404,
  'not-built': 503,
};

/** Handles HTTP requests: the sign-in, then the files of the built UI in `folder`. */
export function createPages(session: Session, port: number, folder: string) {
  const assets = createAssets(folder);

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { host, origin, cookie } = request.headers;
    if (!comesFromHere({ host, origin }, port, 'request')) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('Forbidden\n');
      return;
    }
    const send = (status: number, headers: Record<string, string | number>, body?: string | Buffer) => {
      response.writeHead(status, { ...securityHeaders(host ?? ''), 'cache-control': 'no-store', ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const refuse = (refusal: Refusal) => {
      const locale = chooseLocale((request.headers['accept-language'] ?? '').split(','));
      const page = refusalPage(refusal, locale);
      send(statuses[refusal], { 'content-type': 'text/html; charset=utf-8' }, page);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, { allow: 'GET, HEAD' });

    // Not parsed with URL, which reads `//x` as another host and resolves `..` before it can be refused.
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    const admitted = session.admits(cookie);
    const token = new URLSearchParams(query).get('token');
    if (token !== null) {
      // A browser that is already signed in needs no token.
      if (admitted) return send(303, { location: '/' });
      // Link previews send HEAD, which must not use up the token.
      const issued = request.method === 'GET' ? session.exchange(token) : null;
      return issued === null ? refuse('token-used') : send(303, { location: '/', 'set-cookie': issued });
    }
    if (!admitted) return refuse('no-session');

    const asset = await assets(path, request.headers['accept-encoding']?.toString());
    if (asset === null) return refuse((await assets('/', undefined)) === null ? 'not-built' : 'not-found');
    send(
      200,
      {
        'content-type': asset.type,
        'content-length': asset.body.length,
        'cache-control': asset.cacheControl,
        vary: 'accept-encoding',
        ...(asset.encoding === 'identity' ? {} : { 'content-encoding': asset.encoding }),
      },
      asset.body,
    );
  };
}
