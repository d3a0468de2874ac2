import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { networkFetch, proxyVariables } from './network.ts';

test.each([
  ['no proxy', {}, null],
  ['only exceptions', { NO_PROXY: 'a.test' }, null],
  [
    'upper case',
    { HTTPS_PROXY: 'http://p:1' },
    { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'localhost,127.0.0.1,::1' },
  ],
  [
    'lower case and exceptions',
    { http_proxy: 'http://p:1', no_proxy: 'a.test' },
    { HTTP_PROXY: 'http://p:1', NO_PROXY: 'a.test,localhost,127.0.0.1,::1' },
  ],
  [
    'no scheme',
    { HTTPS_PROXY: 'localhost:3128', http_proxy: 'me:pw@10.0.0.1' },
    {
      HTTPS_PROXY: 'http://localhost:3128',
      HTTP_PROXY: 'http://me:pw@10.0.0.1',
      NO_PROXY: 'localhost,127.0.0.1,::1',
    },
  ],
])('%s', (_, env, expected) => {
  expect(proxyVariables(env)).toEqual(expected);
});

test('other hosts are reached through the proxy, loopback is not', async () => {
  const asked: string[] = [];
  const proxy = createServer((_request, response) => response.end('straight')).listen(0, '127.0.0.1');
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 No\r\n\r\n');
  });
  await new Promise((resolve) => proxy.once('listening', resolve));
  const { port } = proxy.address() as AddressInfo;
  try {
    const fetch = networkFetch({ http_proxy: `http://127.0.0.1:${port}` });
    await expect(fetch('http://go.example.test/dl/')).rejects.toThrow();
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(await answer.text()).toBe('straight');
    expect(asked).toEqual(['go.example.test:80']);
  } finally {
    proxy.close();
  }
});

test('a file is an answer, and a missing one is a 404', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'burrow files '));
  try {
    const fetch = networkFetch({});
    const address = (name: string) => pathToFileURL(join(folder, name)).href;
    await writeFile(join(folder, '100% a'), 'content');
    const answer = await fetch(address('100% a'));
    expect(answer.headers.get('content-length')).toBe('7');
    expect(await answer.text()).toBe('content');
    // With a query, as the index is requested.
    expect((await fetch(`${address('100% a')}?mode=json`)).status).toBe(200);
    const head = await fetch(address('100% a'), { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['nothing', '100% a/below', '']) expect((await fetch(address(name))).status).toBe(404);
  } finally {
    await rm(folder, { recursive: true });
  }
});
