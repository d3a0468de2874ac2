import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { createContext, type OwnedContext } from './context.ts';
import { keepSoon } from './keep-soon.ts';

let home: string;
let timers: { ms: number; work: () => void; isOver: boolean }[];
let owned: OwnedContext;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-keep-'));
  timers = [];
  const after: System['after'] = (ms, work) => {
    const timer = { ms, work, isOver: false };
    timers.push(timer);
    return () => {
      timer.isOver = true;
    };
  };
  const env = { HOME: home, BURROW_HOME: join(home, '.burrow'), PATH: '/usr/bin:/bin', SHELL: '/bin/sh' };
  owned = createContext({ ...localSystem(), env, home, cwd: home, after });
});
afterEach(async () => {
  await owned.close();
  await rm(home, { recursive: true });
});

const kept = async () => (await (await owned.context.history()).snapshots(10)).total;

it('keeps a snapshot when the host has been open for a while', async () => {
  const stop = keepSoon(owned.context);
  expect(timers.map(({ ms }) => ms)).toEqual([30_000]);
  expect(await kept()).toBe(0);
  timers[0]?.work();
  await expect.poll(kept, { timeout: 60_000, interval: 100 }).toBe(1);
  await stop();
  expect(await kept()).toBe(1);
});

it('keeps nothing once the host has ended', async () => {
  const stop = keepSoon(owned.context);
  await stop();
  expect(timers[0]?.isOver).toBe(true);
  expect(await kept()).toBe(0);
});

it('is stopped while it looks at the machine', async () => {
  const stop = keepSoon(owned.context);
  timers[0]?.work();
  await stop();
  expect(await kept()).toBe(0);
});
