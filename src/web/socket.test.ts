import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createApi } from '#api';
import { apiProtocol } from '#contract/web-session';
import { localSystem } from '#core/system';
import { createSockets, type Sockets } from './socket.ts';

let home: string;
let server: Server;
let sockets: Sockets;
let close: () => Promise<void>;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-socket-'));
  const api = createApi({ ...localSystem(), env: { BURROW_HOME: home } });
  ({ close } = api);
  sockets = createSockets(api);
  server = createServer().on('upgrade', (request, socket, head) => sockets.accept(request, socket, head));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  sockets.close();
  server.close();
  await close();
  await rm(home, { recursive: true, force: true });
});

/** Sends one message; returns the answer, or the code with which the host closed the connection. */
function say(message: string | Buffer): Promise<string | number> {
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, apiProtocol);
  return new Promise((resolve, reject) => {
    socket.on('open', () => socket.send(message));
    socket.on('message', (data: Buffer) => {
      resolve(data.toString());
      socket.terminate();
    });
    socket.on('close', resolve).on('error', reject);
  });
}

const call = (payload: unknown, more: object = {}): string => JSON.stringify({ i: '1', p: payload, ...more });

it.each<[string, string | Buffer]>([
  ['no JSON', '{'],
  ['nothing', ''],
  ['a number', '7'],
  ['null', 'null'],
  ['a list', '[]'],
  ['an empty object', '{}'],
  ['no id', JSON.stringify({ p: { u: '/settings/get' } })],
  ['an id that is an object', call({ u: '/settings/get' }, { i: {} })],
  ['an unknown type', call({ u: '/settings/get' }, { t: 9 })],
  ['no payload', call(undefined)],
  ['a payload that is a text', call('x')],
  ['a stream without a payload', call(undefined, { t: 3 })],
  ['no address', call({})],
  ['an address that is a number', call({ u: 7 })],
  ['an address that is none', call({ u: 'http://[' })],
  ['headers that are a list', call({ u: '/settings/get', h: ['x'] })],
  ['a header that is an object', call({ u: '/settings/get', h: { a: {} } })],
  ['a form', call({ u: '/settings/get', h: { 'content-type': 'multipart/form-data; boundary=x' } })],
  ['a method that is a number', call({ u: '/settings/get', m: 7 })],
  ['bytes', Buffer.from(call({ u: '/settings/get' }))],
  ['random bytes', Buffer.from([0xff, 0, 0xfe, 1, 2, 3])],
])('a message with %s closes the connection and prints nothing', async (_, message) => {
  const printed = vi.spyOn(console, 'error').mockReturnValue();
  expect(await say(message)).toBe(1007);
  expect(printed).not.toHaveBeenCalled();
  printed.mockRestore();
});

it.each<[string, string]>([
  ['an unknown procedure', call({ u: '/nothing/here', b: {} })],
  ['a body that is a text', call({ u: '/settings/set', b: 'x' })],
  ['metadata of the wrong form', call({ u: '/settings/set', b: { json: {}, meta: 7 } })],
  [
    'metadata that leads into a prototype',
    call({ u: '/settings/set', b: { json: {}, meta: [[0, '__proto__', 'x']] } }),
  ],
  ['values of the wrong types', call({ u: '/builds/run', b: { json: { dir: {}, args: 'x' } } })],
  ['a name from a prototype', call({ u: '/constructor/prototype', b: {} })],
])('a request with %s is answered, without a stack', async (_, message) => {
  const printed = vi.spyOn(console, 'error').mockReturnValue();
  const answer = await say(message);
  expect(answer).toBeTypeOf('string');
  expect(answer).not.toMatch(/\n\s+at |\\n\s+at |node_modules|\.ts:\d/);
  expect(printed).not.toHaveBeenCalled();
  printed.mockRestore();
  await expect(readFile(join(home, 'logs/bugs.log'), 'utf8')).rejects.toThrow('ENOENT');
});

it('a request of a page is answered', async () => {
  expect(await say(call({ u: '/settings/get', b: {} }))).toContain('"language":"system"');
});
