import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem } from '#core/system';
import { TestChecksumDatabase } from '#testing/test-checksum-database';
import { DatabaseMemory, openHead, type SignedHead } from './memory.ts';
import { parseNoteKey } from './signed-note.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-memory-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const database = new TestChecksumDatabase(3);
const key = parseNoteKey(database.key) ?? expect.fail('no key');
const memory = (): DatabaseMemory => new DatabaseMemory({ ...localSystem(), home, env: {} }, key);
/** The head with one more record. */
const grown = (): SignedHead => {
  database.add('example.com/more', 'v1.0.0', 'h1:x=');
  return openHead(database.head(), key) ?? expect.fail('no head');
};

it('stores a head only when it was checked against the newest one', async () => {
  const [first, second, third] = [grown(), grown(), grown()];
  expect(await memory().newest()).toBeNull();
  expect(await memory().keep(first, null)).toBe(true);
  expect(await memory().keep(second, null)).toBe(false);
  expect(await memory().newest()).toEqual(first);
  expect(await memory().keep(third, first)).toBe(true);
  expect(await memory().keep(second, first)).toBe(false);
  expect(await memory().newest()).toEqual(third);
});

it('lets one of several concurrent writers win, and refuses the others', async () => {
  const heads = Array.from({ length: 8 }, grown);
  const kept = await Promise.all(heads.map((head) => memory().keep(head, null)));
  expect(kept.filter(Boolean)).toHaveLength(1);
  expect(await memory().newest()).toEqual(heads[kept.indexOf(true)]);
});

it('stores tiles separately for each key', async () => {
  await memory().keepTile('tile/8/0/x001/234.p/7', Buffer.from('seven'));
  expect(await memory().tile('tile/8/0/x001/234.p/7')).toEqual(Buffer.from('seven'));
  expect(await memory().tile('tile/8/0/x001/234')).toBeNull();
  const stranger = parseNoteKey(new TestChecksumDatabase(1).key) ?? expect.fail('no key');
  const other = new DatabaseMemory({ ...localSystem(), home, env: {} }, stranger);
  expect(await other.tile('tile/8/0/x001/234.p/7')).toBeNull();
});
