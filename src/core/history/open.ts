import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { type Failure, failure, isFailure } from '#contract/failure';
import { fileFailure } from '#core/system';
import type { Migration } from './migrations/migration.ts';

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

/** Turns what SQLite says about the place it writes to into a failure; anything else stays as it is. */
export function storageFailure(error: unknown, path: string): unknown {
  if (isFailure(error)) return error;
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
  const leftOpen = existsSync(`${request.path}-wal`);
  if (existsSync(request.path)) refuseNewer(request);
  if (leftOpen) checkAfterUncleanEnd(request.path);
  const database = new Database(request.path, { timeout: 10_000 });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    migrate(database, request);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function refuseNewer({ path, migrations }: OpenRequest): void {
  const database = new Database(path, { readonly: true });
  try {
    if (schemaVersion(database) > migrations.length) throw failure('history.newer', { path });
  } finally {
    database.close();
  }
}

/**
 * SQLite deletes the write-ahead log when the last connection closes. A log that is there means that somebody has
 * the file open now, or that nobody could close it. Which of the two: whoever is alive holds a shared lock, so
 * that the exclusive one is refused.
 */
function checkAfterUncleanEnd(path: string): void {
  const database = new Database(path, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    const found = database.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new Damage(String(found));
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
  } finally {
    database.close();
  }
}

function migrate(database: Database.Database, { migrations, backups, now }: OpenRequest): void {
  const from = schemaVersion(database);
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
  return movedTo;
}

function schemaVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
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
