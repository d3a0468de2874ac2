import { get, type IncomingHttpHeaders } from 'node:http';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { Contract } from '#contract/router';
import { protocolsWith } from '#contract/web-session';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends a GET request with any headers, including Host, and the path exactly as given. */
export function request(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    }).on('error', reject);
  });
}

/** What a browser keeps of a session. */
export interface SignedIn {
  /** A `Cookie` header. */
  cookie: string;
  /** Kept by the page. */
  secret: string;
}

/** Opens the printed address as a browser would, and returns what it gets. */
export async function signIn(url: string): Promise<SignedIn> {
  const { port, pathname, search } = new URL(url);
  const answer = await request(Number(port), pathname + search);
  const [cookie] = answer.headers['set-cookie'] ?? [];
  const secret = /setItem\("burrow\.session", "([^"]+)"\)/.exec(answer.body)?.[1];
  if (cookie === undefined || secret === undefined) throw new Error(`No key, but ${answer.status}`);
  return { cookie: cookie.split(';')[0] ?? '', secret };
}

/** Asks for a WebSocket; returns the status of a refusal, or 101 if it is accepted. */
export function upgradeStatus(
  port: number,
  headers: Record<string, string>,
  { path = '/rpc', secret }: { path?: string; secret?: string } = {},
): Promise<number> {
  const protocols = secret === undefined ? [] : protocolsWith(secret);
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, { headers });
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => {
      socket.terminate();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}

/** The connection of a tab to the host. */
export interface Tab {
  client: ContractRouterClient<Contract>;
  close(): void;
}

/** Connects as the page of a signed-in tab does. */
export async function openTab(port: number, { cookie, secret }: SignedIn): Promise<Tab> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, protocolsWith(secret), {
    headers: { cookie, origin: `http://127.0.0.1:${port}` },
  });
  await new Promise((opened, failed) => socket.once('open', opened).once('error', failed));
  // The WebSocket of ws behaves like the browser's; only its types differ.
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  return { client: createORPCClient(link), close: () => socket.terminate() };
}
