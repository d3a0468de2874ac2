import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startInStat, thisProcess } from './lock-holder.ts';
import { acquireLock, withLock } from './locks.ts';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-locks-'));
  lock = join(folder, 'locks', 'go1.26');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const claims = (): string[] => readdirSync(join(folder, 'locks'));

test('is acquired and released', async () => {
  const held = await acquireLock(lock);
  expect(claims()).toHaveLength(1);
  await held[Symbol.asyncDispose]();
  expect(claims()).toEqual([]);
});

test('has one holder at a time, even within one process', async () => {
  let inside = 0;
  let max = 0;
  let waits = 0;
  const work = async (): Promise<void> => {
    inside++;
    max = Math.max(max, inside);
    await others();
    inside--;
  };
  const onWait = (): void => {
    waits++;
  };
  const first = await acquireLock(lock);
  const all = Array.from({ length: 8 }, () => withLock(lock, { onWait }, work));
  await expect.poll(() => waits).toBe(8);
  await first[Symbol.asyncDispose]();
  await Promise.all(all);
  expect(max).toBe(1);
  expect(waits).toBe(8);
});

test('is released when the work throws', async () => {
  await expect(withLock(lock, {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(lock, {}, () => Promise.resolve(1))).toBe(1);
});

test('is independent of a lock whose name has the same prefix', async () => {
  const other = await acquireLock(`${lock}.1`);
  const held = await acquireLock(lock);
  expect(claims()).toHaveLength(2);
  await held[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

test('waits until its signal aborts, and leaves no claim', async () => {
  const held = await acquireLock(lock);
  const stop = new AbortController();
  const waiting = acquireLock(lock, { signal: stop.signal, onWait: () => stop.abort() });
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  expect(claims()).toHaveLength(1);
  await held[Symbol.asyncDispose]();
  await expect(acquireLock(lock, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(claims()).toEqual([]);
});

test.each([
  ['a pid that no process has', async () => ({ pid: 2 ** 22 + 1, started: '1' })],
  ['a pid that a later process has', async () => ({ ...(await thisProcess()), started: '1' })],
])('is taken over from %s', async (_, holder) => {
  const held = await acquireLock(lock);
  await held[Symbol.asyncDispose]();
  const { pid, started } = await holder();
  writeFileSync(join(folder, 'locks', `go1.26.${pid}-${started}-${crypto.randomUUID()}.claim`), '');
  writeFileSync(join(folder, 'locks', 'go1.26.json'), 'of no concern');

  const again = await acquireLock(lock);
  expect(claims()).toHaveLength(2);
  await again[Symbol.asyncDispose]();
  expect(claims()).toEqual(['go1.26.json']);
});

test('fails when it cannot be created', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(acquireLock(join(folder, 'file', 'x', 'lock'))).rejects.toMatchObject({
    code: 'file.not-found',
  });
});

const stat = (comm: string, state: string): string =>
  `42 (${comm}) ${state} 1 42 42 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 98765 1000 200`;
test.each([
  [stat('node', 'S'), '98765'],
  [stat('a) R 1 (b', 'R'), '98765'],
  [stat('node', 'Z'), null],
  [stat('node', 'X'), null],
  ['42 (node) S 1', null],
])('%s started at %s', (text, started) => {
  expect(startInStat(text)).toBe(started);
});
