import Database from 'better-sqlite3';
import { isDamage, sqliteCode } from '../rows/index.ts';

/** `in-use`: another process has the file open, so that it was not examined. */
export type Health = 'sound' | 'damaged' | 'in-use';

/**
 * Examines the structure of the history's file, and rebuilds indexes that disagree with their tables. It looks at no
 * values: those have seals. A process that has the file open holds a shared lock, so that the exclusive lock is refused.
 */
export function examine(path: string): Health {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { timeout: 0 });
    database.pragma('locking_mode = EXCLUSIVE');
    return isSoundStructure(database) ? 'sound' : 'damaged';
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_BUSY') return 'in-use';
    if (isDamage(error) || isBrokenSchema(error)) return 'damaged';
    throw error;
  } finally {
    closeQuietly(database);
  }
}

/** Whether SQLite finds no fault in the structure, if need be after its indexes were rebuilt. */
export function isSoundStructure(database: Database.Database): boolean {
  const faults = faultsOf(database);
  if (faults.length === 0) return true;
  if (!faults.every(isOfIndex)) return false;
  try {
    database.exec('REINDEX');
  } catch (error) {
    // Two rows with the same key: one of them is not what was written.
    if (sqliteCode(error).startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
  return faultsOf(database).length === 0;
}

/** What `integrity_check` finds, without values of a wrong kind: the seals of their rows are wrong as well. */
function faultsOf(database: Database.Database): string[] {
  return database
    .prepare('PRAGMA integrity_check(100)')
    .pluck()
    .all()
    .map(String)
    .filter((fault) => fault !== 'ok' && !isOfValue(fault));
}

// The sentences of integrity_check: https://github.com/sqlite/sqlite/blob/master/src/pragma.c
function isOfIndex(fault: string): boolean {
  return /^(row \d+ missing from index |rowid not at end-of-record for row |row \d+ values differ from index |wrong # of entries in index |non-unique entry in index )/.test(
    fault,
  );
}

function isOfValue(fault: string): boolean {
  return /^(NULL value in |CHECK constraint failed in |non-\w+ value in |(TEXT|NUMERIC) value in )/.test(
    fault,
  );
}

/** A schema that SQLite cannot parse has no code of its own. */
export function isBrokenSchema(error: unknown): boolean {
  return sqliteCode(error) === 'SQLITE_ERROR';
}

function closeQuietly(database: Database.Database | null): void {
  try {
    database?.close();
  } catch {
    // A damaged file may not be closed in order; that it is damaged is known.
  }
}
