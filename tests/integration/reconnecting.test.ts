import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { eventIterator, implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { failingLink } from '#shared/transport/failing-link.ts';
import { webSocketTransport } from '#shared/transport/web-socket.ts';
import { base } from '#contract/base';
import type { ContractRouterClient } from '@orpc/contract';

const contract = {
  greet: base.output(z.string()),
  fail: base.output(z.string()),
  tick: base.output(eventIterator(z.number())),
};
const implementer = implement(contract);
const router = implementer.router({
  greet: implementer.greet.handler(() => 'hello'),
  fail: implementer.fail.handler(({ errors }) => {
    throw errors.FAILED({ data: { code: 'file.not-found', params: { path: '/x' } } });
  }),
  tick: implementer.tick.handler(async function* () {
    for (let tick = 0; tick < 100; tick++) {
      yield tick;
      await new Promise((passed) => setTimeout(passed, 20));
    }
  }),
});

let http: Server;
let sockets: WebSocketServer;

async function serve(port: number): Promise<number> {
  http = createServer();
  sockets = new WebSocketServer({ server: http });
  const handler = new RPCHandler(router);
  sockets.on('connection', (socket) => void handler.upgrade(socket));
  await new Promise<void>((listening) => http.listen(port, '127.0.0.1', listening));
  return (http.address() as AddressInfo).port;
}

async function stop(): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  await new Promise((closed) => http.close(closed));
}

let port: number;
let ended = false;
let renewed: PromiseWithResolvers<void>;
const session = { protocols: () => [], hasEnded: async () => ended, renewed: () => renewed.promise };

beforeEach(async () => {
  ended = false;
  renewed = Promise.withResolvers();
  port = await serve(0);
});
afterEach(stop);

function connect() {
  const transport = webSocketTransport(`ws://127.0.0.1:${port}/rpc`, session);
  const client: ContractRouterClient<typeof contract> = createORPCClient(failingLink(transport));
  const states = [transport.state()];
  transport.subscribe(() => states.push(transport.state()));
  return { client, states };
}

test('a call made before the line is open waits for it', async () => {
  const { client, states } = connect();
  expect(await client.greet()).toBe('hello');
  expect(states).toEqual(['connecting', 'open']);
});

test('a typed error arrives as a failure', async () => {
  const { client } = connect();
  await expect(client.fail()).rejects.toMatchObject({
    name: 'Failure',
    code: 'file.not-found',
    params: { path: '/x' },
  });
});

test('a call that its caller gives up is cancelled, whether it streams or not', async () => {
  const { client } = connect();
  await expect(client.greet(undefined, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
  const cancel = new AbortController();
  const reading = (async () => {
    for await (const tick of await client.tick(undefined, { signal: cancel.signal })) {
      if (tick === 2) cancel.abort();
    }
  })();
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
});

test('a stream that loses its line says so, and the next call goes over a new one', async () => {
  const { client, states } = connect();
  const reading = (async () => {
    for await (const tick of await client.tick()) if (tick === 2) await stop();
  })();
  await expect(reading).rejects.toMatchObject({ code: 'connection.lost' });
  expect(states.at(-1)).toBe('lost');
  await expect(client.greet()).rejects.toMatchObject({ code: 'connection.lost' });

  await serve(port);
  await expect.poll(() => client.greet().catch(() => null)).toBe('hello');
  expect(states.at(-1)).toBe('open');
});

test('a session that has ended is not connected to again until the browser has signed in anew', async () => {
  const { client, states } = connect();
  await client.greet();
  ended = true;
  await stop();
  await expect.poll(() => states.at(-1)).toBe('ended');
  await expect(client.greet()).rejects.toMatchObject({ code: 'connection.ended' });
  await serve(port);
  await expect(client.greet()).rejects.toMatchObject({ code: 'connection.ended' });
  expect(states.at(-1)).toBe('ended');
  ended = false;
  renewed.resolve();
  await expect.poll(() => client.greet().catch(() => null)).toBe('hello');
  expect(states.at(-1)).toBe('open');
});
