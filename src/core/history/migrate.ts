import type Database from 'better-sqlite3';
import { applicationId } from './header.ts';
import type { Migration } from './migrations/index.ts';
import { kyselyOf } from './kysely-of.ts';
import { sealRows, soundRows } from './seals.ts';

/** The version of the schema, as the file and its log say. */
export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Brings the schema up to date in one transaction. A migration may change any row: the rows that were sound before are
 * sealed again, and damaged ones stay so. The caller holds the lock of the history.
 */
export async function migrate(database: Database.Database, migrations: readonly Migration[]): Promise<void> {
  const from = versionOf(database);
  if (from >= migrations.length) return;
  const db = kyselyOf(database);
  database.exec('BEGIN IMMEDIATE');
  try {
    const sound = await soundRows(db);
    for (const step of migrations.slice(from)) {
      database.exec(step.sql);
      step.change?.(database);
      database.pragma(`user_version = ${step.version}`);
    }
    if (migrations.length > 1) database.pragma(`application_id = ${applicationId(migrations.length)}`);
    await sealRows(db, sound);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
