import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { programRecord } from '#testing/example-builds';
import { type History, openHistory } from './history.ts';
import { migrations } from './migrations/index.ts';
import { salvage } from './opening/index.ts';

let home: string;
let system: System;
let history: History;
let clock: number;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-snapshots-'));
  clock = Date.parse('2026-11-07T12:00:00Z');
  system = { ...localSystem(), env: { BURROW_HOME: home }, now: () => new Date((clock += 1000)) };
  history = await openHistory(system);
});
afterEach(async () => {
  await history.close();
  await rm(home, { recursive: true });
});

const keep = (content: string) => {
  const takenAt = system.now().toISOString();
  return history.keepSnapshot({ takenAt, content }, (last) => last === content);
};
const contents = async () => (await history.snapshots(1000)).snapshots.map(({ content }) => content);
const change = (sql: string) => {
  const database = new Database(join(home, 'history.db'));
  database.exec(sql);
  database.close();
};
const damaged = async () => (await history.snapshots(1000)).damaged;

it('keeps what has changed, and notes when it was last seen unchanged', async () => {
  expect(await keep('"a"')).toEqual({ id: 's1', isNew: true });
  const [first] = (await history.snapshots(1)).snapshots;
  expect(await keep('"a"')).toEqual({ id: 's1', isNew: false });
  const seen = await history.snapshot('1');
  expect(seen.takenAt).toBe(first?.takenAt);
  expect(Date.parse(seen.lastSeenAt)).toBeGreaterThan(Date.parse(seen.takenAt));
  expect(await keep('"b"')).toEqual({ id: 's2', isNew: true });
  expect(await keep('"a"')).toEqual({ id: 's3', isNew: true });
  expect(await contents()).toEqual(['"a"', '"b"', '"a"']);
  expect(await history.snapshots(1)).toMatchObject({ snapshots: [{ id: 's3' }], total: 3, damaged: [] });
});

it('keeps the last 200, and uses no number again', async () => {
  for (let n = 1; n <= 203; n++) await keep(`${n}`);
  const { snapshots, total, damaged: lost } = await history.snapshots(1000);
  expect([snapshots[0]?.id, snapshots.at(-1)?.id, total, lost]).toEqual(['s203', 's4', 200, []]);
  await expect(history.snapshot('s3')).rejects.toMatchObject({ code: 'snapshot.unknown' });
});

it.each(['s0', 's9', 'x', '', '-1', '1e3', `s${'9'.repeat(40)}`])('has no snapshot %j', async (id) => {
  await keep('"a"');
  await expect(history.snapshot(id)).rejects.toMatchObject({ code: 'snapshot.unknown' });
});

it('names those that are damaged or lost, and goes on after them', async () => {
  for (const content of ['"a"', '"b"', '"c"', '"d"']) await keep(content);
  change(`UPDATE snapshots SET content = '"x"' WHERE id = 4; DELETE FROM snapshots WHERE id = 2`);
  expect(await contents()).toEqual(['"c"', '"a"']);
  expect(await damaged()).toEqual(['s2', 's4']);
  for (const id of ['s2', 's4']) {
    await expect(history.snapshot(id)).rejects.toMatchObject({ code: 'snapshot.damaged' });
  }
  // Nobody can tell whether it is the same as the damaged one.
  expect(await keep('"d"')).toEqual({ id: 's5', isNew: true });
  change('DELETE FROM snapshots WHERE id = 5');
  expect(await keep('"e"')).toEqual({ id: 's6', isNew: true });
  expect(await damaged()).toEqual(['s2', 's4', 's5']);
});

it('backs them up before the first change of a day, and says when that copy has damage in it', async () => {
  await keep('"a"');
  clock += 86_400_000;
  await keep('"b"');
  change(`UPDATE snapshots SET last_seen_at = '2020' WHERE id = 1`);
  clock += 86_400_000;
  await keep('"c"');
  expect((await history.backups()).map(({ sound }) => sound)).toEqual([false, true]);
});

it('restores a backup with them, and keeps those that only the history has', async () => {
  await keep('"a"');
  clock += 86_400_000;
  await keep('"b"'); // the backup has s1 alone
  const [backup] = await history.backups();
  await keep('"c"');
  change(`UPDATE snapshots SET content = '' WHERE id = 1; DELETE FROM snapshots WHERE id = 3`);
  await history.restoreBackup(backup?.name ?? '');
  expect(await contents()).toEqual(['"b"', '"a"']);
  expect(await damaged()).toEqual(['s3']);
  expect(await keep('"d"')).toEqual({ id: 's4', isNew: true });
});

it('goes on with their numbers after the file was lost', async () => {
  await keep('"a"');
  clock += 86_400_000;
  await keep('"b"');
  await history.close();
  await writeFile(join(home, 'history.db'), '');
  history = await openHistory(system);
  expect(await keep('"c"')).toEqual({ id: 's2', isNew: true });
  expect(await damaged()).toEqual(['s1']);
});

it('saves the rest where the name of a column is damaged', async () => {
  await keep('"a"');
  await history.add(programRecord());
  await history.close();
  const path = join(home, 'history.db');
  change('PRAGMA wal_checkpoint(TRUNCATE)');
  const bytes = await readFile(path);
  const at = bytes.indexOf('last_seen_at TEXT');
  expect(at).toBeGreaterThan(0);
  await writeFile(path, bytes.fill('x', at, at + 4));
  const saved = join(home, 'saved.db');
  expect(await salvage(path, saved, migrations)).toBe(true);
  const database = new Database(saved);
  const counts = ['builds', 'snapshots'].map((table) =>
    database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
  expect(counts).toEqual([1, 0]);
  database.close();
  history = await openHistory({ ...system, env: { BURROW_HOME: join(home, 'other') } });
});

it('saves those that can be read from a file with damaged pages', async () => {
  for (let n = 1; n <= 60; n++) await keep(JSON.stringify(`${n} ${'x'.repeat(3000)}`));
  await history.close();
  const database = new Database(join(home, 'history.db'));
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.pragma('journal_mode = DELETE');
  const root = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'snapshots'").pluck().get();
  const pages = Number(database.pragma('page_count', { simple: true }));
  database.close();
  expect(pages).toBeGreaterThan(60);
  const file = await open(join(home, 'history.db'), 'r+');
  // A page in the middle, which is not the root of the table.
  const at = Math.floor(pages / 2) === root ? pages - 2 : Math.floor(pages / 2);
  await file.write(Buffer.alloc(4096, 0xff), 0, 4096, at * 4096);
  await file.close();
  await writeFile(join(home, 'history.db.suspect'), '');
  history = await openHistory(system);
  expect(history.notices).toMatchObject([{ code: 'history.damaged' }]);
  const { snapshots, damaged: lost } = await history.snapshots(1000);
  expect(snapshots.length).toBeGreaterThan(50);
  expect(snapshots.length + lost.length).toBe(60);
  expect(lost.length).toBeGreaterThan(0);
  expect((await readdir(home)).some((name) => name.startsWith('history.db.damaged-'))).toBe(true);
  expect(await keep('"next"')).toEqual({ id: 's61', isNew: true });
});
