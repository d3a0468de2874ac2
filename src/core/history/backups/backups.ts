import { chmodSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { NumberedTable } from '../rows/index.ts';
import { removeDatabase, stamp } from '../files/index.ts';

/** A copy of the history in the folder of backups. */
export interface Backup {
  /** Its file name. */
  name: string;
  path: string;
  /** ISO 8601. */
  madeAt: string;
  bytes: number;
  /** Whether the history was sound when it was copied. */
  sound: boolean;
}

/** What is known of a backup without restoring it; null: it cannot be read. */
export interface BackupContent {
  /** The number of its builds, without forgotten ones. */
  builds: number;
  /** When its last build ran (ISO 8601); null: it has none. */
  lastBuildAt: string | null;
}

/** How many are kept. */
const maxBackups = 7;

/** In the name of a copy of a damaged history. */
const unsound = '-unsound';

/** `history-20261107T101112Z.db`; in older ones with the schema's version before the time. */
const pattern = /^history-(?:schema\d+-)?(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-\d+)?(-unsound)?\.db$/;

/** The backups in a folder, newest first. */
export function listBackups(folder: string): Backup[] {
  return names(folder).map((name) => describe(folder, name));
}

function describe(folder: string, name: string): Backup {
  const path = join(folder, name);
  return { name, path, madeAt: madeAt(name), bytes: statSync(path).size, sound: !name.includes(unsound) };
}

function names(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => pattern.test(name) && statSync(join(folder, name)).isFile())
    .toSorted((a, b) => madeAt(b).localeCompare(madeAt(a)) || (a < b ? 1 : -1));
}

function madeAt(name: string): string {
  const [, year, month, day, hour, minute, second] = pattern.exec(name) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}

/**
 * Copies the history into the folder, for its owner alone (0600). The copy is there whole or
 * not at all. The caller holds the lock of the history.
 */
export function makeBackup(database: Database.Database, folder: string, now: Date, isSound: boolean): Backup {
  for (const name of readdirSync(folder)) {
    if (/^history-.*\.db\.part/.test(name)) rmSync(join(folder, name), { force: true });
  }
  const ending = `${isSound ? '' : unsound}.db`;
  let name = `history-${stamp(now)}${ending}`;
  for (let n = 2; names(folder).includes(name); n++) name = `history-${stamp(now)}-${n}${ending}`;
  const path = join(folder, name);
  const part = `${path}.part`;
  try {
    writeFileSync(part, '', { mode: 0o600 });
    chmodSync(part, 0o600); // the umask may have taken something away
    database.prepare('VACUUM INTO ?').run(part);
    renameSync(part, path);
  } catch (error) {
    removeDatabase(part);
    throw error;
  }
  return describe(folder, name);
}

/** Removes all backups but the last seven; the last sound one is always kept. */
export function removeOld(folder: string): void {
  const all = names(folder);
  const lastSound = all.find((name) => !name.includes(unsound));
  for (const name of all.slice(maxBackups)) {
    if (name !== lastSound) rmSync(join(folder, name), { force: true });
  }
}

/** Reads what is in a backup; null: it cannot be read. */
export function contentOf({ path }: Backup): BackupContent | null {
  return reading(path, (database) => {
    const row = database
      .prepare('SELECT count(*) AS builds, max(started_at) AS last FROM builds WHERE forgotten_at IS NULL')
      .get() as { builds: number; last: string | null };
    return { builds: row.builds, lastBuildAt: Number.isNaN(Date.parse(row.last ?? '')) ? null : row.last };
  });
}

/** The last number of a table in the newest backup that can be read; 0 if there is none. */
export function lastNumberIn(backups: readonly Backup[], table: NumberedTable): number {
  const sequence = 'SELECT seq FROM sqlite_sequence WHERE name = ?';
  for (const { path } of backups) {
    const number = reading(path, (database) => Number(database.prepare(sequence).pluck().get(table) ?? 0));
    if (number !== null) return number;
  }
  return 0;
}

/** null: the file cannot be read. */
function reading<T>(path: string, read: (database: Database.Database) => T): T | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true });
    return read(database);
  } catch {
    return null;
  } finally {
    database?.close();
  }
}
