import { chmodSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Failure, failure } from '#contract/failure';
import { numberedTables } from '../rows/index.ts';
import { lastNumberIn, listBackups } from '../backups/index.ts';
import {
  clearSuspect,
  examine,
  hasLog,
  headerBytes,
  historyBytes,
  isSuspect,
  keepAside,
  markSuspect,
  mustBeWritable,
  readHeader,
  removeDatabase,
  repairedHeader,
  schemaVersion,
  takePlace,
  writeHeader,
} from '../files/index.ts';
import { migrate } from '../migrations/index.ts';
import type { OpenRequest } from './open.ts';
import { salvage } from './salvage.ts';

/**
 * Makes sure that SQLite can open the history's file: creates it if there is none, repairs its header, and replaces a
 * file of a damaged structure by one with all rows that could be read. What is replaced is kept beside it. The structure
 * is examined if the last process did not close the file, or if damage was seen before. Returns what was found, for the
 * user. Failures: history.newer, file.unusable, disk.full, file.no-permission.
 */
export async function prepareFile(request: OpenRequest): Promise<Failure[]> {
  const { path, migrations, now } = request;
  // What killed work left; the lock is held during such work.
  for (const left of [`${path}.new`, `${path}.restoring`]) removeDatabase(left);
  const bytes = historyBytes(path);
  if (bytes === null || bytes === 0) {
    if (hasLog(path)) keepAside(path, now);
    await create(request);
    return bytes === null ? [] : [failure('history.emptied', { path })];
  }
  mustBeWritable(path);
  const header = readHeader(path);
  const newest = migrations.length;
  let movedTo: string | null = null;
  if (header.length === headerBytes) {
    if (schemaVersion(header, newest) > newest) throw failure('history.newer', { path });
    const repaired = repairedHeader(header, { bytes, hasLog: hasLog(path), newest });
    if (repaired) {
      movedTo = keepAside(path, now);
      markSuspect(path);
      writeHeader(path, repaired);
    }
  } else markSuspect(path);
  if (!isSuspect(path) && !hasLog(path)) return [];
  const health = examine(path);
  if (health === 'damaged') {
    movedTo ??= keepAside(path, now);
    const some = await salvage(path, `${path}.new`, migrations);
    if (some) takePlace(`${path}.new`, path);
    else await create(request);
    clearSuspect(path);
    return [failure('history.damaged', { path, movedTo, kept: some ? 'some' : 'none' })];
  }
  if (health === 'sound') clearSuspect(path);
  return movedTo === null ? [] : [failure('history.damaged', { path, movedTo, kept: 'all' })];
}

/**
 * Puts a new, empty history in place. It is complete before it has its name, so an empty file is always damage. The
 * numbers go on after those of the last backup.
 */
async function create({ path, migrations, backups }: OpenRequest): Promise<void> {
  const made = `${path}.new`;
  removeDatabase(made);
  const database = new Database(made);
  try {
    await migrate(database, migrations);
    const there = listBackups(backups);
    for (const table of numberedTables) {
      const last = lastNumberIn(there, table);
      if (last === 0) continue;
      database.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(table, last);
    }
  } finally {
    database.close();
  }
  chmodSync(made, 0o600);
  takePlace(made, path);
}
