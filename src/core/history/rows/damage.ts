import { rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { failure, isFailure } from '#contract/failure';
import { fileFailure } from '#core/system';

/** Found damage that SQLite itself did not report. */
export class Damage extends Error {}

/** Whether an error says that the file is damaged. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return error instanceof Damage || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

/** The code of an error of SQLite (`SQLITE_BUSY`); empty for other errors. */
export function sqliteCode(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}

/** Turns an error of SQLite about its file into a failure; returns any other error unchanged. */
export function storageFailure(error: unknown, path: string): unknown {
  if (isFailure(error)) return error;
  if (isDamage(error)) return failure('history.unreadable', { path }, error);
  const code = sqliteCode(error);
  switch (code) {
    case 'SQLITE_FULL':
      return failure('disk.full', { path }, error);
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
      return writeFailure(path) ?? failure('file.no-permission', { path }, error);
    case 'SQLITE_BUSY':
      return failure('history.busy', { path }, error);
    default:
      if (!code.startsWith('SQLITE_IOERR')) return fileFailure(error, path);
      return writeFailure(path) ?? failure('file.unusable', { path, reason: 'io' }, error);
  }
}

/**
 * Why nothing can be written beside the history's file; null: it can. SQLite says only "I/O error" or "unable to open"
 * when it cannot write its log on a full disk or with an exhausted quota.
 */
function writeFailure(path: string): unknown {
  const probe = `${path}.probe`;
  try {
    writeFileSync(probe, Buffer.alloc(64 * 1024), { mode: 0o600 });
    return null;
  } catch (refused) {
    return fileFailure(refused, path);
  } finally {
    rmSync(probe, { force: true });
  }
}
