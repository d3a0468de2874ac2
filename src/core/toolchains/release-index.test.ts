import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localSystem, prepareHome, type System } from '#core/system';
import { knownIndex, releaseIndex } from './release-index.ts';

it.each([
  { of: 'an official site, newer', env: {}, kept: 'go1.99.0', origin: 'cached' },
  { of: 'an official site, older than what ships with Burrow', env: {}, kept: 'go1.20.1', origin: 'bundled' },
  {
    of: "the user's own site, older",
    env: { BURROW_GO_DL: 'https://dl.example' },
    kept: 'go1.20.1',
    origin: 'cached',
  },
])('offline, an index of $of, is $origin', async ({ env, kept, origin }) => {
  const home = await mkdtemp(join(tmpdir(), 'burrow-index-'));
  const online = JSON.stringify([{ version: kept, stable: true, files: [] }]);
  const system: System = {
    ...localSystem(),
    env: { BURROW_HOME: home, ...env },
    fetch: () => Promise.resolve(new Response(online)),
  };
  try {
    await prepareHome(system);
    expect((await releaseIndex(system)).origin).toBe('live');
    const index = await knownIndex(system);
    expect(index.origin).toBe(origin);
    expect(index.releases[0]?.version === kept).toBe(origin === 'cached');
    const offline = { ...system, fetch: () => Promise.reject(new Error('no network')) };
    expect(await releaseIndex(offline)).toMatchObject({ origin, unreachable: expect.any(String) });
  } finally {
    await rm(home, { recursive: true });
  }
});
