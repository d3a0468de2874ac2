import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Migration, migrations } from '../migrations/index.ts';
import { kyselyOf, missingBuilds, sealBuilds, soundBuilds, storageFailure } from '../rows/index.ts';
import { openDatabase } from './open.ts';

/** A schema after the real ones. */
const noted = {
  version: migrations.length + 1,
  sql: `CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    INSERT INTO notes (text) SELECT subject FROM builds`,
};
const all = [...migrations, noted];
const older = migrations.slice(0, 1);

const insertBuild = `INSERT INTO builds (kind, status, started_at, subject, flags)
  VALUES ('program', 'recorded', '2026-11-07T10:11:12.345Z', ?, '[]')`;
const addBuilds = (database: Database.Database, count: number) =>
  database.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO builds (kind, status, started_at, subject, flags)
    SELECT 'program', 'recorded', '2026-11-07T10:11:12.345Z', 'build ' || i, '[]' FROM n`);
const subjects = (database: Database.Database) =>
  database.prepare('SELECT subject FROM builds ORDER BY id').pluck().all();

let folder: string;
let path: string;
const now = new Date('2026-11-07T10:11:12.345Z');
const open = (steps: readonly Migration[] = migrations) =>
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
    const { database } = await open(older);
    database.prepare(insertBuild).run('kept');
    database.close();
  });

  it('is backed up, then migrated', async () => {
    const { database } = await open(all);
    expect(database.prepare('SELECT text FROM notes').pluck().all()).toEqual(['kept']);
    expect(await soundBuilds(kyselyOf(database))).toEqual([1]);
    database.close();
    expect(readdirSync(join(folder, 'backups'))).toEqual(['history-20261107T101112Z.db']);
    const file = join(folder, 'backups/history-20261107T101112Z.db');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const backup = new Database(file);
    expect(backup.pragma('user_version', { simple: true })).toBe(1);
    expect(subjects(backup)).toEqual(['kept']);
    backup.close();
  });

  it('is unchanged if a migration fails halfway', async () => {
    const broken = { version: 2, sql: 'CREATE TABLE half (x) STRICT; INSERT INTO nowhere VALUES (1)' };
    await expect(open([...older, broken])).rejects.toThrow();
    const { database } = await open(older);
    expect(database.pragma('user_version', { simple: true })).toBe(1);
    expect(subjects(database)).toEqual(['kept']);
    database.close();
  });

  it('is backed up only if there is something to migrate', async () => {
    (await open(older)).database.close();
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });
});

it('seals what a later migration changes, but not what was damaged before', async () => {
  const { database } = await open();
  for (const subject of ['sound', 'damaged']) database.prepare(insertBuild).run(subject);
  await sealBuilds(kyselyOf(database), [1, 2]);
  database.prepare(`UPDATE builds SET subject = 'changed' WHERE id = 2`).run();
  database.close();
  const masking: Migration = {
    version: migrations.length + 1,
    sql: `UPDATE builds SET flags = mask(flags)`,
    functions: { mask: (flags: string) => (flags === '[]' ? '["masked"]' : flags) },
    masks: true,
  };
  const { database: masked } = await open([...migrations, masking]);
  expect(masked.prepare('SELECT flags FROM builds').pluck().all()).toEqual(['["masked"]', '["masked"]']);
  expect(await soundBuilds(kyselyOf(masked))).toEqual([1]);
  masked.close();
  const copy = new Database(join(folder, 'backups/history-20261107T101112Z-unsound.db'));
  expect(copy.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(copy.prepare('SELECT flags FROM builds').pluck().all()).toEqual(['["masked"]', '["masked"]']);
  expect(await soundBuilds(kyselyOf(copy))).toEqual([1]);
  copy.close();
});

it('does not change the file of a newer Burrow', async () => {
  (await open(all)).database.close();
  const before = readFileSync(path);
  await expect(open()).rejects.toMatchObject({ code: 'history.newer', params: { path } });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(['backups', 'history.db']);
});

/** The state after a crash: the file and its log, not closed. */
function crash(database: Database.Database): void {
  const crashed = join(folder, 'crashed');
  mkdirSync(crashed);
  for (const ending of ['', '-wal']) cpSync(path + ending, join(crashed, `history.db${ending}`));
  database.close();
  path = join(crashed, 'history.db');
}

const movedTo = () => `${path}.damaged-20261107T101112Z`;

describe('a damaged file', () => {
  it('that is not a database is kept with its log, and a new one is started', async () => {
    writeFileSync(path, 'no database, '.repeat(500));
    writeFileSync(`${path}-wal`, 'its log');
    const { database, notices } = await open();
    expect(notices).toEqual([
      expect.objectContaining({
        code: 'history.damaged',
        params: { path, movedTo: movedTo(), kept: 'none' },
      }),
    ]);
    expect(readFileSync(movedTo(), 'utf8')).toMatch(/^no database/);
    expect(readFileSync(`${movedTo()}-wal`, 'utf8')).toBe('its log');
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
    database.close();
  });

  it('that is empty is said to be, since no history is ever created empty', async () => {
    writeFileSync(path, '');
    const { database, notices } = await open();
    expect(notices).toEqual([expect.objectContaining({ code: 'history.emptied', params: { path } })]);
    database.close();
  });

  it('keeps the rows of its other pages after a crash', async () => {
    const { database } = await open();
    addBuilds(database, 5000);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.prepare(insertBuild).run('in the log');
    crash(database);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 4096 * 80, 4096 * 82));
    const { database: fresh, notices } = await open();
    expect(notices).toEqual([
      expect.objectContaining({
        code: 'history.damaged',
        params: { path, movedTo: movedTo(), kept: 'some' },
      }),
    ]);
    const kept = subjects(fresh);
    expect(kept).toContain('in the log');
    expect(kept.length).toBeGreaterThan(4800);
    expect(await missingBuilds(kyselyOf(fresh))).toHaveLength(5001 - kept.length);
    fresh.close();
    expect(existsSync(movedTo())).toBe(true);
  });

  it.each([
    ['the magic', 3],
    ['the size of a page', 16],
    ['the reserved space', 20],
    ['the number of pages', 31],
    ['auto-vacuum', 55],
    ['the encoding', 59],
    ['the version of the schema', 60],
    ['the version of the schema, to 0', 63],
    ['the application id', 70],
  ])('is repaired and whole if its header is damaged: %s', async (_, at) => {
    const { database } = await open();
    addBuilds(database, 50);
    database.close();
    const bytes = readFileSync(path);
    bytes[at] = at === 63 ? 0 : (bytes[at] ?? 0) ^ 0x55;
    writeFileSync(path, bytes);
    const { database: again, notices } = await open();
    expect(notices).toEqual([expect.objectContaining({ params: { path, movedTo: movedTo(), kept: 'all' } })]);
    expect(subjects(again)).toHaveLength(50);
    again.close();
    expect(readFileSync(movedTo()).equals(bytes)).toBe(true);
    const { database: third, notices: none } = await open();
    expect(none).toEqual([]);
    third.close();
  });
});

it('rebuilds an index that disagrees with its table', async () => {
  const { database } = await open();
  addBuilds(database, 50);
  const root = database
    .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'builds_by_time'`)
    .pluck()
    .get() as number;
  database.close();
  const bytes = readFileSync(path);
  // The index has another time for a row.
  bytes.write('3', bytes.indexOf('2026-11-07', 4096 * (root - 1)));
  writeFileSync(path, bytes);
  writeFileSync(`${path}.suspect`, '');
  const { database: again, notices } = await open();
  expect(notices).toEqual([]);
  expect(again.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(subjects(again)).toHaveLength(50);
  again.close();
});

describe('something else in its place', () => {
  it.each(['history.db', 'history.db-wal'])('is refused: %s as a folder', async (name) => {
    mkdirSync(join(folder, name));
    await expect(open()).rejects.toMatchObject({ code: 'file.unusable', params: { reason: 'folder' } });
  });

  it.each(['history.db', 'history.db-wal'])('is refused without waiting: %s as a pipe', async (name) => {
    await promisify(execFile)('mkfifo', [join(folder, name)]);
    await expect(open()).rejects.toMatchObject({ code: 'file.unusable', params: { reason: 'special' } });
  });

  it('is no mark of damage: a folder or a pipe named .suspect', async () => {
    const { database } = await open();
    addBuilds(database, 3);
    database.close();
    mkdirSync(`${path}.suspect`);
    const { database: again } = await open();
    expect(subjects(again)).toHaveLength(3);
    again.close();
    expect(existsSync(`${path}.suspect`)).toBe(true);
  });
});

it('recovers an undamaged file after a crash', async () => {
  const { database } = await open();
  database.prepare(insertBuild).run('in the log');
  crash(database);
  const { database: again, notices } = await open();
  expect(notices).toEqual([]);
  expect(subjects(again)).toEqual(['in the log']);
  again.close();
});

it('can be opened twice', async () => {
  const one = await open();
  one.database.prepare(insertBuild).run('from one');
  const other = await open();
  expect(subjects(other.database)).toEqual(['from one']);
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

const fill = (full: Database.Database) => addBuilds(full, 10_000);

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

  it('is history.unreadable if the file is damaged', async () => {
    const { database } = await open();
    addBuilds(database, 5000);
    database.close();
    writeFileSync(path, readFileSync(path).fill(0xff, 4096 * 60, 4096 * 160));
    const { database: damaged } = await open();
    expect(failureOf((unread) => subjects(unread), damaged)).toMatchObject({ code: 'history.unreadable' });
  });

  it('is returned unchanged otherwise', () => {
    const bug = new Error('no such column');
    expect(storageFailure(bug, path)).toBe(bug);
  });
});
