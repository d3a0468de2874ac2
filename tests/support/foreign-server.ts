import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a foreign server says at a path. */
export interface ForeignFile {
  type?: string;
  body: string;
  headers?: Record<string, string | string[]>;
}

/** A server of someone else on this machine, which the user's browser visits. */
export interface ForeignServer extends AsyncDisposable {
  readonly port: number;
  /** The headers of all requests so far. */
  readonly requests: { url: string; headers: IncomingHttpHeaders }[];
  /** What it says at a path; at all others, an empty page. */
  readonly files: Map<string, ForeignFile>;
}

const emptyPage: ForeignFile = { body: '<!doctype html><title>Foreign</title><p>Foreign</p>' };

/** Listens on a free port, or on the given one and address. */
export async function startForeignServer(at: { port?: number; host?: string } = {}): Promise<ForeignServer> {
  const requests: ForeignServer['requests'] = [];
  const files = new Map<string, ForeignFile>();
  const server = createServer(({ url = '/', headers }, response) => {
    requests.push({ url, headers });
    const file = files.get(url.split('?')[0] ?? '/') ?? emptyPage;
    response.writeHead(200, { 'content-type': file.type ?? 'text/html', ...file.headers }).end(file.body);
  });
  const { port = 0, host = '127.0.0.1' } = at;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen({ port, host }, listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    files,
    [Symbol.asyncDispose]: () => stop(server),
  };
}

async function stop(server: Server): Promise<void> {
  await new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
}
