import { closeSync, existsSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { type Failure, failure, isFailure } from '#contract/failure';
import { fileFailure } from '#core/system';
import type { Migration } from './migrations/index.ts';

/** The files of one SQLite database: itself, its write-ahead log, the log's index. */
const endings = ['', '-wal', '-shm'] as const;

export interface OpenRequest {
  /** The database file; made when it is not there. */
  path: string;
  /** Where copies go before a migration. */
  backups: string;
  migrations: readonly Migration[];
  now: Date;
}

export interface Opened {
  database: Database.Database;
  /** What was wrong and has been dealt with: `history.damaged`. */
  notices: Failure[];
}

/**
 * Opens the history's file and brings its schema up to date. Call it under a lock: two processes must not migrate
 * or set aside the same file. A damaged file is renamed with its log, never deleted, and a new one is started.
 * Failures: history.newer (nothing is touched), and those of the file system.
 */
export async function openDatabase(request: OpenRequest): Promise<Opened> {
  try {
    return { database: openSound(request), notices: [] };
  } catch (error) {
    if (!isDamage(error)) throw storageFailure(error, request.path);
  }
  const movedTo = await setAside(request.path, request.now);
  return {
    database: openSound(request),
    notices: [failure('history.damaged', { path: request.path, movedTo })],
  };
}

/**
 * Turns what SQLite says about its file into a failure; anything else stays as it is. Damage that is met in use is
 * written down beside the file, so that the next start looks and sets it aside.
 */
export function storageFailure(error: unknown, path: string): unknown {
  if (isFailure(error)) return error;
  if (isDamage(error)) {
    writeFileSync(suspicionOf(path), '');
    return failure('history.unreadable', { path }, error);
  }
  switch (sqliteCode(error)) {
    case 'SQLITE_FULL':
      return failure('disk.full', { path }, error);
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
      return failure('file.no-permission', { path }, error);
    case 'SQLITE_BUSY':
      return failure('history.busy', { path }, error);
    default:
      return fileFailure(error, path);
  }
}

function openSound(request: OpenRequest): Database.Database {
  const { path } = request;
  if (schemaVersionInHeader(path) > request.migrations.length) throw failure('history.newer', { path });
  if (existsSync(`${path}-wal`) || existsSync(suspicionOf(path))) checkUnlessInUse(path);
  const database = new Database(path, { timeout: 10_000 });
  try {
    migrate(database, request);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * The `user_version` of a file, read without SQLite, which would make a log beside it (big-endian at byte 60,
 * https://sqlite.org/fileformat.html#the_database_header). 0 when there is no file or an empty one. What is no
 * database is damage, found here because SQLite would delete the log beside it.
 */
function schemaVersionInHeader(path: string): number {
  if (!existsSync(path)) return 0;
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, header, 0, header.length, 0) === 0) return 0;
  } finally {
    closeSync(file);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new Damage('not a database');
  return header.readUInt32BE(60);
}

/**
 * SQLite deletes the write-ahead log when the last connection closes. A log that is there means that somebody has
 * the file open now, or that nobody could close it. Which of the two: whoever is alive holds a shared lock, so
 * that the exclusive one is refused.
 */
function checkUnlessInUse(path: string): void {
  const database = new Database(path, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    const found = database.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new Damage(String(found));
    rmSync(suspicionOf(path), { force: true });
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
  } finally {
    database.close();
  }
}

/** The file whose presence says that somebody met damage in the history at `path`. */
function suspicionOf(path: string): string {
  return `${path}.suspect`;
}

function migrate(database: Database.Database, { path, migrations, backups, now }: OpenRequest): void {
  const from = Number(database.pragma('user_version', { simple: true }));
  // Stood in the log only, which the header does not show.
  if (from > migrations.length) throw failure('history.newer', { path });
  if (from === migrations.length) return;
  if (from > 0) {
    database.prepare('VACUUM INTO ?').run(`${backups}/history-schema${from}-${stamp(now)}.db`);
  }
  database
    .transaction(() => {
      for (const step of migrations.slice(from)) {
        database.exec(step.sql);
        database.pragma(`user_version = ${step.version}`);
      }
    })
    .immediate();
}

async function setAside(path: string, now: Date): Promise<string> {
  const movedTo = `${path}.damaged-${stamp(now)}`;
  for (const ending of endings) {
    if (existsSync(path + ending)) await rename(path + ending, movedTo + ending);
  }
  rmSync(suspicionOf(path), { force: true });
  return movedTo;
}

class Damage extends Error {}

function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return error instanceof Damage || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

function sqliteCode(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}

/** A moment for a file name, without the colons that Windows refuses: `20261107T101112Z`. */
function stamp(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d+/g, '');
}
