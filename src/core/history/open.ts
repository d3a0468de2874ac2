import { closeSync, existsSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { type Failure, failure, isFailure } from '#contract/failure';
import { errorCode, fileFailure, openForeignSync } from '#core/system';
import type { Migration } from './migrations/index.ts';

/** The files of one SQLite database: itself, its write-ahead log, the log's index. */
const suffixes = ['', '-wal', '-shm'] as const;

export interface OpenRequest {
  /** The database file; created if it does not exist. */
  path: string;
  /** The folder for copies before a migration. */
  backups: string;
  migrations: readonly Migration[];
  now: Date;
}

export interface Opened {
  database: Database.Database;
  /** Problems that were found and solved: `history.damaged`. */
  notices: Failure[];
}

/**
 * Opens the history's file and migrates its schema. The caller must hold a lock: two processes must not migrate or
 * move aside the same file. A damaged file is renamed together with its log, never deleted, and a new one is created.
 * Failures: history.newer (nothing is changed), file.unusable (a pipe, a folder), and those of the file system.
 */
export async function openDatabase(request: OpenRequest): Promise<Opened> {
  try {
    return { database: openChecked(request), notices: [] };
  } catch (error) {
    if (!isDamage(error)) throw storageFailure(error, request.path);
  }
  const movedTo = await moveAside(request.path, request.now);
  return {
    database: openChecked(request),
    notices: [failure('history.damaged', { path: request.path, movedTo })],
  };
}

/**
 * Turns an error of SQLite about its file into a failure; returns any other error unchanged. Damage that is found
 * during use is marked next to the file, so that the next start checks the file and moves it aside.
 */
export function storageFailure(error: unknown, path: string): unknown {
  if (isFailure(error)) return error;
  if (isDamage(error)) {
    markDamaged(path);
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

function openChecked(request: OpenRequest): Database.Database {
  const { path } = request;
  refuseSpecial(path);
  if (schemaVersionInHeader(path) > request.migrations.length) throw failure('history.newer', { path });
  if (existsSync(`${path}-wal`) || existsSync(damageMarker(path))) checkUnlessInUse(path);
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
 * SQLite would wait for a pipe for ever. Only looks at the files: closing one here would release SQLite's locks on it
 * (https://sqlite.org/howtocorrupt.html, 2.2).
 */
function refuseSpecial(path: string): void {
  for (const file of [...suffixes, '-journal'].map((suffix) => path + suffix)) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found || found.isFile()) continue;
    throw failure('file.unusable', { path: file, reason: found.isDirectory() ? 'folder' : 'special' });
  }
}

/**
 * The `user_version` of a file, read without SQLite, which would create a log next to it (big-endian at byte 60,
 * https://sqlite.org/fileformat.html#the_database_header). 0 if the file is missing or empty. A file that is not a
 * database counts as damaged; it is detected here, because SQLite would delete the log next to it.
 */
function schemaVersionInHeader(path: string): number {
  if (!existsSync(path)) return 0;
  const header = Buffer.alloc(100);
  const { fd } = openForeignSync(path);
  try {
    if (readSync(fd, header, 0, header.length, 0) === 0) return 0;
  } finally {
    closeSync(fd);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new Damage('not a database');
  return header.readUInt32BE(60);
}

/**
 * Checks a file that has a write-ahead log, which SQLite deletes when the last connection closes: either a process
 * has the file open, or the last one crashed. A process that has it open holds a shared lock, so that the exclusive
 * lock is refused and the check is skipped. Throws `Damage`.
 */
function checkUnlessInUse(path: string): void {
  const database = new Database(path, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    const found = database.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new Damage(String(found));
    rmSync(damageMarker(path), { force: true });
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
  } finally {
    database.close();
  }
}

function markDamaged(path: string): void {
  try {
    // Not by writing to what is there already: a pipe would wait for a reader.
    writeFileSync(damageMarker(path), '', { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/** The file that marks the history at `path` as possibly damaged. */
function damageMarker(path: string): string {
  return `${path}.suspect`;
}

function migrate(database: Database.Database, { path, migrations, backups, now }: OpenRequest): void {
  const from = Number(database.pragma('user_version', { simple: true }));
  // The version may be in the log, where the header does not show it.
  if (from > migrations.length) throw failure('history.newer', { path });
  if (from === migrations.length) return;
  const steps = migrations.slice(from);
  if (from > 0) {
    const copy = `${backups}/history-schema${from}-${stamp(now)}.db`;
    database.prepare('VACUUM INTO ?').run(copy);
    maskCopy(copy, steps);
  }
  // What a migration masks must not stay in unused pages.
  database.pragma('secure_delete = ON');
  database
    .transaction(() => {
      for (const step of steps) {
        apply(database, step);
        database.pragma(`user_version = ${step.version}`);
      }
    })
    .immediate();
}

function apply(database: Database.Database, { sql, functions = {} }: Migration): void {
  for (const [name, run] of Object.entries(functions)) database.function(name, run);
  database.exec(sql);
}

/** Masks secrets in the copy as well; apart from that, it stays as it was before the migration. */
function maskCopy(path: string, steps: readonly Migration[]): void {
  const masking = steps.filter(({ masks }) => masks);
  if (masking.length === 0) return;
  const copy = new Database(path);
  try {
    copy.transaction(() => masking.forEach((step) => apply(copy, step))).immediate();
    copy.exec('VACUUM');
  } finally {
    copy.close();
  }
}

async function moveAside(path: string, now: Date): Promise<string> {
  const movedTo = `${path}.damaged-${stamp(now)}`;
  for (const suffix of suffixes) {
    if (existsSync(path + suffix)) await rename(path + suffix, movedTo + suffix);
  }
  rmSync(damageMarker(path), { force: true });
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

/** A time for a file name, without the colons that Windows does not allow: `20261107T101112Z`. */
function stamp(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d+/g, '');
}
