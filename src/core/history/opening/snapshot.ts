import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { hasLog, historyBytes } from '../files/index.ts';
import { migrate, type Migration, versionOf } from '../migrations/index.ts';

/** A larger history is not read into memory. */
const maxBytes = 512 * 1024 * 1024;

/**
 * The history as it is now, for a disk or a file that cannot be written: SQLite itself would write beside it even to
 * read. It is a copy in memory, or, if a log belongs to it, the file opened for reading. null: there is none, or it
 * cannot be read that way.
 */
export async function openSnapshot(
  path: string,
  migrations: readonly Migration[],
): Promise<Database.Database | null> {
  let database: Database.Database | null = null;
  try {
    const bytes = historyBytes(path);
    if (bytes === null || bytes === 0 || bytes > maxBytes) return null;
    database = hasLog(path) ? new Database(path, { readonly: true }) : inMemory(path);
    if (!hasLog(path)) await migrate(database, migrations);
    if (versionOf(database) === migrations.length) return database;
  } catch {
    // The caller knows why the history could not be opened, which is what the user needs to know.
  }
  database?.close();
  return null;
}

function inMemory(path: string): Database.Database {
  const bytes = readFileSync(path);
  // In memory there is no write-ahead log (https://sqlite.org/fileformat.html#file_format_version_numbers).
  bytes.fill(1, 18, 20);
  return new Database(bytes);
}
