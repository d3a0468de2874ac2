import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, eventIterator, implement } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { base } from '#contract/base';
import { failure } from '#contract/failure';
import { localSystem, type System } from '#core/system';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

let home: string;
let context: ApiContext;
const notAsked = () => Promise.reject(new Error('not asked for'));

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-failing-'));
  const system: System = { ...localSystem(), env: { BURROW_HOME: home } };
  context = {
    system,
    environment: Promise.resolve({ from: 'start' }),
    history: notAsked,
    historyIfReadable: notAsked,
    installs: () => Promise.reject(new Error('not used')),
    runs: notAsked,
  };
});
afterEach(() => rm(home, { recursive: true, force: true }));

const streaming = base.output(eventIterator(z.number(), z.string()));
const contract = {
  fails: base,
  breaks: base,
  streamBreaks: streaming,
  streamReturns: streaming,
  closeFails: streaming,
};
const implementer = implement(contract).$context<ApiContext>().use(failing);
const router = {
  fails: implementer.fails.handler(() => {
    throw failure('disk.full', { path: '/x' });
  }),
  breaks: implementer.breaks.handler(() => {
    throw new TypeError('cannot read https://ana:hunter2@proxy.example/');
  }),
  streamBreaks: implementer.streamBreaks.handler(async function* () {
    yield 1;
    await Promise.resolve();
    throw new TypeError('late');
  }),
  closeFails: implementer.closeFails.handler(async function* () {
    try {
      yield 1;
      return 'done';
    } finally {
      await Promise.reject(failure('cancelled', {}));
    }
  }),
  streamReturns: implementer.streamReturns.handler(async function* () {
    yield 1;
    await Promise.resolve();
    return 'done';
  }),
};

test('a failure is typed and not logged', async () => {
  const client = createRouterClient(router, { context });
  await expect(client.fails()).rejects.toMatchObject({
    code: 'FAILED',
    defined: true,
    data: { code: 'disk.full', params: { path: '/x' } },
  });
  await expect(readFile(join(home, 'logs/bugs.log'))).rejects.toThrow('ENOENT');
});

test('a bug is returned with its message only; its stack is logged, secrets masked', async () => {
  const client = createRouterClient(router, { context });
  const thrown = await client.breaks().catch((error: unknown) => error);
  expect(thrown).toMatchObject({ code: 'FAILED', data: { code: 'internal' } });
  const sent = JSON.stringify(thrown);
  expect(sent).not.toContain('failing.test.ts');
  expect(sent).not.toContain('hunter2');
  const log = await readFile(join(home, 'logs/bugs.log'), 'utf8');
  expect(log).toMatch(/^\S+Z breaks\nTypeError: cannot read/);
  expect(log).toContain('failing.test.ts');
  expect(log).not.toContain('hunter2');
});

test('a stream that fails has a typed error, after its events', async () => {
  const client = createRouterClient(router, { context });
  const seen: number[] = [];
  const reading = (async () => {
    for await (const value of await client.streamBreaks()) seen.push(value);
  })();
  await expect(reading).rejects.toMatchObject({ code: 'FAILED', data: { code: 'internal' } });
  expect(seen).toEqual([1]);
});

test('a stream keeps its result', async () => {
  const stream = await createRouterClient(router, { context }).streamReturns();
  expect(await stream.next()).toEqual({ done: false, value: 1 });
  expect(await stream.next()).toEqual({ done: true, value: 'done' });
});

test('closing a stream does not fail with what its work throws then', async () => {
  const stream = await createRouterClient(router, { context }).closeFails();
  expect(await stream.next()).toEqual({ done: false, value: 1 });
  expect(await stream.return()).toMatchObject({ done: true });
});
