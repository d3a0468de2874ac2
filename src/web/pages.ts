import type { IncomingMessage, ServerResponse } from 'node:http';
import { type PageLook, type PlainPage, uiPolicy } from '#api';
import { chooseLocale } from '#contract/locale';
import type { Settings } from '#contract/settings';
import { sessionCheck } from '#contract/web-session';
import { createAssets } from './assets.ts';
import type { Gate } from './gate.ts';
import { emptyPolicy, securityHeaders } from './headers.ts';
import { type Refusal, refusalPage, statuses } from './refusal.ts';
import type { Session } from './session.ts';
import { signInPage } from './sign-in.ts';
import { exchangeToken } from './token-exchange.ts';

interface Options {
  session: Session;
  port: number;
  /** Of the built UI. */
  folder: string;
  gate: Gate;
  onToken: (what: 'exchanged' | 'used-again') => void;
  /** The user's language and theme; null while they cannot be read. */
  preferences: () => Promise<Pick<Settings, 'language' | 'theme'> | null>;
}

const noPreferences = { language: 'system', theme: 'system' } as const;

type Headers = Record<string, string | number>;

/**
 * Before the sign-in, the storage of this origin holds nothing but what an earlier server on this port left. That may be
 * a service worker, which would put itself between the browser and this host.
 */
const clearing = { 'clear-site-data': '"storage"' };

/** Handles HTTP requests: the sign-in, then the files of the built UI. */
export function createPages({ session, port, folder, gate, onToken, preferences }: Options) {
  const assets = createAssets(folder);
  const appPolicy = uiPolicy(["'self'", `ws://127.0.0.1:${port}`]);

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const accepted = (request.headers['accept-language'] ?? '').split(',');
    const look = async (isUser: boolean): Promise<PageLook> => {
      const { language, theme } = (isUser ? await preferences() : null) ?? noPreferences;
      return { locale: chooseLocale(language === 'system' ? accepted : [language]), theme };
    };
    const send = (status: number, headers: Headers = {}, body?: string | Buffer, policy = emptyPolicy) => {
      response.writeHead(status, { ...securityHeaders(policy), 'cache-control': 'no-store', ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const sendPage = (status: number, { html, policy }: PlainPage, headers: Headers = {}) =>
      send(status, { 'content-type': 'text/html; charset=utf-8', ...headers }, html, policy);
    const refuse = async (refusal: Refusal, headers?: Headers) =>
      sendPage(statuses[refusal], refusalPage(refusal, await look(refusal !== 'other-user')), headers);

    const verdict = await gate.judge(request, 'request');
    const { url = '/', method } = request;
    if (verdict === 'ambiguous') return send(400);
    if (verdict === 'other-user') return refuse('other-user');
    if (verdict === 'wrong-host') return send(403);
    if (verdict === 'localhost') return send(303, { location: `http://127.0.0.1:${port}${url}` });
    if (method !== 'GET' && method !== 'HEAD') return send(405, { allow: 'GET, HEAD' });

    const exchanged = exchangeToken(request, session);
    if (exchanged === 'signed-in') return send(303, { location: '/' });
    if (exchanged === 'not-now') return send(503);
    if (exchanged === 'passed-on') return refuse('token-passed-on', clearing);
    if (exchanged === 'wrong') return refuse('token-wrong');
    if (exchanged === 'used') {
      onToken('used-again');
      return refuse('token-used');
    }
    if (exchanged !== null) {
      onToken('exchanged');
      const headers = { 'set-cookie': exchanged.setCookie, ...clearing };
      return sendPage(200, signInPage(exchanged.secret, await look(true)), headers);
    }
    if (verdict === 'elsewhere') return refuse('from-elsewhere');
    if (!session.admits(request.headers.cookie)) return refuse('no-session');

    const [path = '/'] = url.split('?', 1);
    if (path === sessionCheck.path) {
      return send(session.holds(request.headers[sessionCheck.header]?.toString()) ? 204 : 401);
    }
    const asset = await assets(path, request.headers['accept-encoding']?.toString());
    if (asset === null) return refuse((await assets('/', undefined)) === null ? 'not-built' : 'not-found');
    const headers: Headers = {
      'content-type': asset.type,
      'content-length': asset.body.length,
      'cache-control': asset.cacheControl,
      vary: 'accept-encoding',
      ...(asset.encoding === 'identity' ? {} : { 'content-encoding': asset.encoding }),
    };
    send(200, headers, asset.body, appPolicy);
  };
}
