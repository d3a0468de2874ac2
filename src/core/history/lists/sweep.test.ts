import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import { localSystem } from '#core/system';
import { manyBuilds } from '#testing/many-builds';
import { openHistory } from '../history.ts';

it('finds in the background what the pages of a large history do not show', { timeout: 60_000 }, async () => {
  const home = await mkdtemp(join(tmpdir(), 'burrow-sweep-'));
  await manyBuilds(home, 5200, '/shop');
  const database = new Database(join(home, 'history.db'));
  database.exec(`UPDATE builds SET flags = '[' WHERE id = 7; DELETE FROM builds WHERE id = 9;
    UPDATE builds SET forgotten_at = 'x' WHERE id = 11`);
  database.close();
  const history = await openHistory({ ...localSystem(), env: { BURROW_HOME: home } });
  try {
    const damaged = async () => (await history.page({ limit: 1 })).damaged;
    expect(await damaged()).toEqual(['b9']);
    await vi.waitFor(async () => expect(await damaged()).toEqual(['b7', 'b9', 'b11']), 30_000);
    expect((await history.list({ limit: 1 })).damaged).toEqual(['b7', 'b9', 'b11']);
  } finally {
    await history.close();
    await rm(home, { recursive: true });
  }
});
