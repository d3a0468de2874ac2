import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { moduleHash } from '#core/toolchains';
import { sha256, zipOf } from './archive-writers.ts';

/** The files of any version of any module that these proxies have. */
const filesOf = (path: string, text: string) => [
  { name: 'go.mod', content: Buffer.from(`module ${path}\n`) },
  { name: 'hi.go', content: Buffer.from(text) },
];
const right = 'package hi\n';

/** What a checksum database has to know of a version: its hash, and that of its go.mod. */
export function recordOf(path: string, version: string): string {
  const hashed = filesOf(path, right).map(({ name, content }) => ({ path: name, sha256: sha256(content) }));
  const goMod = hashed.filter((file) => file.path === 'go.mod');
  return [path, version, moduleHash(`${path}@${version}/`, hashed), moduleHash('', goMod)].join(' ');
}

function fileOf(name: string, asked: string): Buffer | string | null {
  const [, escaped = '', file = ''] = /^(.+)\/@v\/(.+)$/.exec(asked) ?? [];
  const path = escaped.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (file === 'list') return 'v1.0.0\n';
  const [, version = '', kind] = /^(v.+)\.(info|mod|zip)$/.exec(file) ?? [];
  if (kind === 'info') return JSON.stringify({ Version: version, Time: '2026-01-01T00:00:00Z' });
  const files = filesOf(path, name === 'liar' ? 'package lie\n' : right);
  if (kind === 'mod') return files[0]?.content ?? null;
  if (kind !== 'zip' || name === 'half') return null;
  return zipOf(files.map((each) => ({ ...each, name: `${path}@${version}/${each.name}` })));
}

/**
 * Module proxies on loopback, each by its name in the path: `good`; `s404` and other statuses; `hang`; `login`, a page
 * in place of everything; `half`, without the zip; `liar`, with another zip; `plain`, without a checksum database;
 * `closed`, which refuses to pass it on. `database`: the address of the one that the others pass on.
 */
export async function startLocalProxies(
  database: () => string = () => '',
): Promise<{ base: string; close: () => void }> {
  const server = createServer((request, response) => {
    const [, name = '', ...rest] = decodeURIComponent(request.url ?? '').split('/');
    const asked = rest.join('/');
    const send = (status: number, body: Buffer | string): void => {
      response.writeHead(status).end(body);
    };
    const status = /^s(\d+)$/.exec(name)?.[1];
    if (status !== undefined) return send(Number(status), '');
    if (name === 'hang') return;
    if (name === 'login') return send(200, '<html>Please log in</html>');
    if (asked.startsWith('sumdb/')) {
      if (name === 'plain') return send(404, '');
      if (name === 'closed') return send(403, '');
      if (asked.endsWith('/supported')) return send(200, '');
      const [, , ...more] = rest;
      void fetch(`${database()}/${more.join('/')}`).then(async (answer) =>
        send(answer.status, Buffer.from(await answer.arrayBuffer())),
      );
      return;
    }
    const body = fileOf(name, asked);
    send(body === null ? 404 : 200, body ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
