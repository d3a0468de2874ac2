import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from './migrations/index.ts';
import { openDatabase, storageFailure } from './open.ts';

const two = [
  { version: 1, sql: 'CREATE TABLE notes (text TEXT NOT NULL) STRICT' },
  { version: 2, sql: `ALTER TABLE notes ADD COLUMN by TEXT NOT NULL DEFAULT 'me'` },
];

let folder: string;
let path: string;
const now = new Date('2026-11-07T10:11:12.345Z');
const open = (steps = two) =>
  openDatabase({ path, backups: join(folder, 'backups'), migrations: steps, now });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-open-'));
  path = join(folder, 'history.db');
  mkdirSync(join(folder, 'backups'));
});

afterEach(() => rm(folder, { recursive: true }));

it('numbers the migrations in order, without gaps', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

it('makes every table STRICT, and a log that allows reads during writes', async () => {
  const { database } = await open([...migrations]);
  expect(database.prepare('SELECT name FROM pragma_table_list WHERE strict = 0').pluck().all()).toEqual([
    'sqlite_sequence',
    'sqlite_schema',
    'sqlite_temp_schema',
  ]);
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  database.close();
});

describe('an older file', () => {
  beforeEach(async () => {
    const { database } = await open(two.slice(0, 1));
    database.exec(`INSERT INTO notes VALUES ('kept')`);
    database.close();
  });

  it('is backed up, then migrated', async () => {
    const { database } = await open();
    expect(database.prepare('SELECT * FROM notes').all()).toEqual([{ text: 'kept', by: 'me' }]);
    database.close();
    expect(readdirSync(join(folder, 'backups'))).toEqual(['history-schema1-20261107T101112Z.db']);
    const backup = new Database(join(folder, 'backups/history-schema1-20261107T101112Z.db'));
    expect(backup.pragma('user_version', { simple: true })).toBe(1);
    expect(backup.prepare('SELECT * FROM notes').all()).toEqual([{ text: 'kept' }]);
    backup.close();
  });

  it('is unchanged if a migration fails halfway', async () => {
    const broken = { version: 2, sql: 'CREATE TABLE half (x) STRICT; INSERT INTO nowhere VALUES (1)' };
    await expect(open([...two.slice(0, 1), broken])).rejects.toThrow();
    const { database } = await open(two.slice(0, 1));
    expect(database.pragma('user_version', { simple: true })).toBe(1);
    expect(database.prepare('SELECT * FROM notes').all()).toEqual([{ text: 'kept' }]);
    database.close();
  });

  it('is backed up only if there is something to migrate', async () => {
    (await open(two.slice(0, 1))).database.close();
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });
});

it('does not change the file of a newer Burrow', async () => {
  (await open()).database.close();
  const before = readFileSync(path);
  await expect(open(two.slice(0, 1))).rejects.toMatchObject({ code: 'history.newer', params: { path } });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(['backups', 'history.db']);
});

describe('a damaged file', () => {
  it('that is not a database is moved aside with its log, and a new one is created', async () => {
    writeFileSync(path, 'no database, '.repeat(500));
    writeFileSync(`${path}-wal`, 'its log');
    const { database, notices } = await open();
    const movedTo = `${path}.damaged-20261107T101112Z`;
    expect(notices).toEqual([
      expect.objectContaining({ code: 'history.damaged', params: { path, movedTo } }),
    ]);
    expect(readFileSync(movedTo, 'utf8')).toMatch(/^no database/);
    expect(readFileSync(`${movedTo}-wal`, 'utf8')).toBe('its log');
    expect(database.pragma('user_version', { simple: true })).toBe(2);
    database.close();
  });

  it('is detected after a crash', async () => {
    const { database } = await open();
    database.exec(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
      INSERT INTO notes SELECT 'note ' || i, 'me' FROM n`);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.exec(`INSERT INTO notes VALUES ('last', 'me')`);
    // The state after a crash: the file and its log, not closed. Then the disk loses the middle of the file.
    const crashed = join(folder, 'crashed');
    mkdirSync(crashed);
    for (const ending of ['', '-wal']) cpSync(path + ending, join(crashed, `history.db${ending}`));
    database.close();
    path = join(crashed, 'history.db');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 4096 * 5, 4096 * 9));
    const { database: fresh, notices } = await open();
    expect(notices).toHaveLength(1);
    expect(fresh.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(0);
    fresh.close();
    expect(existsSync(`${path}.damaged-20261107T101112Z`)).toBe(true);
  });
});

it('recovers an undamaged file after a crash', async () => {
  const { database } = await open();
  database.exec(`INSERT INTO notes VALUES ('in the log', 'me')`);
  const crashed = join(folder, 'crashed');
  mkdirSync(crashed);
  for (const ending of ['', '-wal']) cpSync(path + ending, join(crashed, `history.db${ending}`));
  database.close();
  path = join(crashed, 'history.db');
  const { database: again, notices } = await open();
  expect(notices).toEqual([]);
  expect(again.prepare('SELECT text FROM notes').pluck().all()).toEqual(['in the log']);
  again.close();
});

it('can be opened twice', async () => {
  const one = await open();
  one.database.exec(`INSERT INTO notes VALUES ('from one', 'me')`);
  const other = await open();
  expect(other.database.prepare('SELECT text FROM notes').pluck().all()).toEqual(['from one']);
  one.database.close();
  other.database.close();
});

const failureOf = (work: (database: Database.Database) => void, database: Database.Database) => {
  try {
    work(database);
  } catch (error) {
    return storageFailure(error, path);
  } finally {
    database.close();
  }
  throw new Error('nothing was thrown');
};

const fill = (full: Database.Database) => full.exec(`INSERT INTO notes VALUES (hex(zeroblob(100000)), 'me')`);

describe('an error of SQLite', () => {
  it('is disk.full if there is no space', async () => {
    const { database } = await open();
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);
    expect(failureOf(fill, database)).toMatchObject({ code: 'disk.full', params: { path } });
  });

  it('is history.busy if another process keeps its lock', async () => {
    const { database } = await open();
    database.exec('BEGIN IMMEDIATE');
    const other = new Database(path, { timeout: 0 });
    expect(failureOf((busy) => busy.exec('BEGIN IMMEDIATE'), other)).toMatchObject({ code: 'history.busy' });
    database.close();
  });

  it('is history.unreadable if the file is damaged, which the next start moves aside', async () => {
    const { database } = await open();
    database.exec(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
      INSERT INTO notes SELECT 'note ' || i, 'me' FROM n`);
    database.close();
    writeFileSync(path, readFileSync(path).fill(0xff, 4096 * 5, 4096 * 9));
    const { database: damaged, notices } = await open();
    expect(notices).toEqual([]);
    expect(failureOf((unread) => unread.prepare('SELECT * FROM notes').all(), damaged)).toMatchObject({
      code: 'history.unreadable',
    });
    const { database: fresh, notices: later } = await open();
    expect(later).toEqual([expect.objectContaining({ code: 'history.damaged' })]);
    fresh.close();
    const { database: again, notices: none } = await open();
    expect(none).toEqual([]);
    again.close();
  });

  it('is returned unchanged otherwise', () => {
    const bug = new Error('no such column');
    expect(storageFailure(bug, path)).toBe(bug);
  });
});
