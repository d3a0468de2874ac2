import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { localSystem } from '#core/system';
import { engineVersion } from './engine-version.ts';

let server: Server | null = null;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((closed) => (server ? server.close(closed) : closed(null)));
  server = null;
});

/** What is known of an engine that answers like this, 200 ms after it was asked. */
async function probe(answer: RequestListener) {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = { DOCKER_HOST: `tcp://127.0.0.1:${port}` };
  const started = performance.now();
  const state = await engineVersion({ ...localSystem(), env, home: '/nowhere' }, 200);
  return { ...state, ms: performance.now() - started };
}

const version = (...components: string[]) =>
  JSON.stringify({ Version: '28.5.1', ApiVersion: '1.51', Components: components.map((Name) => ({ Name })) });

it.each([
  [version('Engine', 'containerd'), 'docker'],
  [version('Podman Engine'), 'podman'],
  [version(), 'unknown'],
])('says what answers %s', async (body, product) => {
  const found = await probe((_, response) => response.end(body));
  expect(found).toMatchObject({ state: 'answers', product, version: '28.5.1' });
});

it.each<[string, RequestListener]>([
  ['accepts and says nothing', () => undefined],
  ['begins an answer and stops', (_, response) => void response.write('{')],
])('calls an engine slow that %s, after the time that it had', async (_, answer) => {
  const { state, ms } = await probe(answer);
  expect(state).toBe('slow');
  expect(ms).toBeLessThan(1500);
});

it.each<[string, RequestListener]>([
  ['another program', (_, response) => void response.end('<html>hello</html>')],
  ['an error', (_, response) => void response.writeHead(500).end('{"message":"no"}')],
  ['one that hangs up', (request) => void request.socket.destroy()],
])('knows that %s is no engine', async (_, answer) => {
  expect((await probe(answer)).state).toBe('none');
});

it('finds none where nothing listens, nor where Burrow cannot connect', async () => {
  const system = { ...localSystem(), home: '/nowhere' };
  const at = (DOCKER_HOST: string) => engineVersion({ ...system, env: { DOCKER_HOST } }, 200);
  expect(await at('unix:///nowhere/docker.sock')).toEqual({ state: 'none' });
  expect(await at('ssh://me@example.test')).toEqual({ state: 'none' });
});
