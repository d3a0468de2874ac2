import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { localSystem, type System } from '#core/system';
import { whyNot } from './folder-watch.ts';
import { watchChanges } from './watch-changes.ts';

// A system whose watches are used up.
vi.mock('node:fs', async (original) => ({
  ...(await original<object>()),
  watch: () => {
    throw Object.assign(new Error('System limit for number of file watchers reached'), { code: 'ENOSPC' });
  },
}));

it('looks every two seconds where nothing can be watched, and says so once for each folder', async () => {
  const home = await mkdtemp(join(tmpdir(), 'burrow-unwatched-'));
  const waited: number[] = [];
  const system: System = {
    ...localSystem(),
    home,
    env: {},
    after(ms, work) {
      waited.push(ms);
      const timer = setTimeout(work, 1);
      return () => clearTimeout(timer);
    },
  };
  const told: string[] = [];
  const stop = new AbortController();
  const events = watchChanges(system, home, {
    signal: stop.signal,
    onUnwatched: ({ folder, why }) => told.push(`${folder} ${why}`),
  });
  expect((await events.next()).value).toEqual({ topics: [] });
  for (const version of ['1.26', '1.26.1']) {
    await writeFile(join(home, '.go-version'), version);
    expect((await events.next()).value).toEqual({ topics: ['versions'] });
  }
  expect(waited).toContain(2000);
  expect(told).toContain(`${home} ENOSPC`);
  expect(new Set(told).size).toBe(told.length);
  stop.abort();
  expect(await events.next()).toEqual({ done: true, value: undefined });
  await rm(home, { recursive: true });
});

it.each<[string, System['os'], number | null, string | null]>([
  ['/srv', 'linux', 0xef53, null],
  ['/srv', 'linux', 0x6969, 'nfs'],
  ['/mnt/c/work', 'linux', 0x01021997, '9p'],
  ['/srv', 'linux', null, null],
  ['/', 'linux', 0xef53, null],
  ['/', 'darwin', 0x1a, 'root'],
  ['/Users/me', 'darwin', 0x1a, null],
])('%s on %s with the type %s: %s', (folder, os, type, why) => {
  expect(whyNot(folder, os, type)).toBe(why);
});
