import Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { type Tables, deriveAll, kyselyOf, sealRows, soundRows } from '../rows/index.ts';
import { applicationId } from '../files/index.ts';
import type { Migration } from './migration.ts';

/** The version of the schema, as the file and its log say. */
export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Brings the schema up to date in one transaction. The caller holds the lock of the history. */
export async function migrate(database: Database.Database, migrations: readonly Migration[]): Promise<void> {
  const steps = migrations.slice(versionOf(database));
  if (steps.length === 0) return;
  await inOneStep(
    database,
    async () => {
      for (const step of steps) {
        apply(database, step);
        database.pragma(`user_version = ${step.version}`);
      }
      if (migrations.length > 1) database.pragma(`application_id = ${applicationId(migrations.length)}`);
    },
    async (db) => {
      if (steps.some(({ derives }) => derives)) await deriveAll(db);
    },
  );
  if (steps.some(({ masks }) => masks)) forgetOldContent(database);
}

/** Rewrites the whole file: what was masked must not stay in the unused parts of its pages, nor in the log. */
function forgetOldContent(database: Database.Database): void {
  database.exec('VACUUM');
  database.pragma('wal_checkpoint(TRUNCATE)');
}

/** Masks secrets in a copy that was made before these migrations; apart from that, it stays as it is. */
export async function maskCopy(path: string, migrations: readonly Migration[]): Promise<void> {
  const masking = migrations.filter(({ masks }) => masks);
  if (masking.length === 0) return;
  const copy = new Database(path);
  try {
    await inOneStep(copy, async () => {
      for (const step of masking) apply(copy, step);
    });
    forgetOldContent(copy);
  } finally {
    copy.close();
  }
}

function apply(database: Database.Database, { sql, functions = {} }: Migration): void {
  for (const [name, run] of Object.entries(functions)) database.function(name, run);
  database.exec(sql);
}

/**
 * Runs work in a transaction. Rows that were sound before are sealed again afterwards; damaged ones stay so. `derive` comes
 * after that.
 */
async function inOneStep(
  database: Database.Database,
  work: () => Promise<void>,
  derive: (db: Kysely<Tables>) => Promise<void> = async () => {},
): Promise<void> {
  const db = kyselyOf(database);
  database.exec('BEGIN IMMEDIATE');
  try {
    const sound = await soundRows(db);
    await work();
    await sealRows(db, sound);
    await derive(db);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
