import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { localSystem } from '#core/system';
import { type TestClock, testClock } from '#testing/test-clock';
import { fromSite } from './archive.ts';
import type { Order } from './delivery.ts';
import { fromProxies } from './module.ts';
import { ProgressMeter } from './progress.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-downloading-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An order in a network that accepts every connection and never answers. */
function silentOrder(clock: TestClock): Order {
  const system = {
    ...localSystem(),
    ...clock,
    home: folder,
    env: { PATH: '/nothing' },
    fetch: (_url: string, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      }),
  };
  const id = { version: 'go1.26.1', os: 'linux', arch: 'amd64' };
  const meter = new ProgressMeter(system);
  return { system, id, to: join(folder, 'to'), goroot: join(folder, 'goroot'), meter, signal: undefined };
}

const file = {
  filename: 'go1.26.1.linux-amd64.tar.gz',
  os: 'linux',
  arch: 'amd64',
  kind: 'archive' as const,
  sha256: 'a'.repeat(64),
  bytes: null,
};
const index = { origin: 'live' as const, asOf: '2026-01-01T00:00:00Z', base: 'https://go.test/dl' };

it.each([
  ['a site', 20, (order: Order) => fromSite(order, index.base, { file, index })],
  ['a proxy', 40, (order: Order) => fromProxies(order, [{ url: 'https://proxy.test', next: 'missing' }])],
  [
    'two proxies with a pipe between them',
    80,
    (order: Order) =>
      fromProxies(order, [
        { url: 'https://one.test', next: 'any' },
        { url: 'https://two.test', next: 'any' },
      ]),
  ],
])('gives up on %s that does not answer for %d s', async (_, seconds, deliver) => {
  const clock = testClock();
  const state: { failed?: unknown } = {};
  void drain(deliver(silentOrder(clock))).catch((error: unknown) => {
    state.failed = error;
  });
  let waited = 0;
  while (state.failed === undefined && waited < 300) {
    await new Promise((resolve) => setImmediate(resolve)); // files are read and made in real time
    if (clock.waiting() === 0) continue;
    clock.advance(1000);
    waited += 1;
  }
  expect(state.failed).toMatchObject({ code: 'download.unreachable' });
  expect(waited).toBe(seconds);
});
