import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { failure } from '#contract/failure';
import {
  type BuildRecord,
  type NumberedTable,
  type Tables,
  decodeBuild,
  getProgram,
  isDamage,
  kyselyOf,
  noFacts,
  numberedTables,
  putBuild,
  putProjectAs,
  putSnapshotIfNew,
  readStoredBuilds,
  snapshotsOf,
  soundBuilds,
  soundProjects,
} from '../rows/index.ts';
import type { Backup } from './backups.ts';
import { setContentsAside } from './image-contents.ts';
import { isBrokenSchema, isSoundStructure, removeDatabase } from '../files/index.ts';
import { migrate, type Migration, versionOf } from '../migrations/index.ts';

/**
 * Replaces the content of the open history by that of a backup, in one transaction. Kept are the projects, the builds and
 * snapshots that are sound here and not in the backup, and what was read of images. `db` and `database` are the same connection, used by nothing else. `work`:
 * a file to work with. Returns the number of builds that were kept. Failures: backup.unreadable, history.newer.
 */
export async function restoreFrom(
  db: Kysely<Tables>,
  database: Database.Database,
  backup: Backup,
  { work, migrations, now }: { work: string; migrations: readonly Migration[]; now: string },
): Promise<number> {
  const there = new Set(await openCopy(backup, work, migrations));
  try {
    database.prepare('ATTACH ? AS backup').run(work);
    // While the tables are replaced, rows refer to others that are not there yet.
    database.pragma('foreign_keys = OFF');
    database.exec('BEGIN IMMEDIATE');
    const onlyHere = (await soundBuilds(db)).filter((id) => !there.has(id));
    const kept = await recordsOf(db, onlyHere);
    const projects = await soundProjects(db);
    const past = await snapshotsOf(db);
    const last = new Map(numberedTables.map((table) => [table, numberIn(database, table)]));
    const purged = await db.selectFrom('purged_builds').selectAll().execute();
    const putContentsBack = await setContentsAside(db);
    replaceTables(database);
    for (const { id, record, forgottenAt } of kept) {
      await removeRows(db, id);
      await putBuild(db, record, now, { id, forgottenAt });
    }
    await putContentsBack();
    for (const project of projects) await putProjectAs(db, project);
    for (const snapshot of past) await putSnapshotIfNew(db, snapshot);
    for (const row of purged) {
      await db
        .insertInto('purged_builds')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    // Numbers are never used again.
    for (const [table, number] of last) {
      if (number > numberIn(database, table)) setNumber(database, table, number);
    }
    database.exec('COMMIT');
    return kept.length;
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
    database.pragma('foreign_keys = ON');
    if (isAttached(database)) database.exec('DETACH backup');
    removeDatabase(work);
  }
}

function isAttached(database: Database.Database): boolean {
  return database.prepare("SELECT 1 FROM pragma_database_list WHERE name = 'backup'").get() !== undefined;
}

async function removeRows(db: Kysely<Tables>, id: number): Promise<void> {
  for (const table of ['image_contents', 'image_layer_contents', 'image_programs'] as const) {
    await db.deleteFrom(table).where('build_id', '=', id).execute();
  }
  await db.deleteFrom('image_layers').where('build_id', '=', id).execute();
  await db.deleteFrom('images').where('build_id', '=', id).execute();
  await db.deleteFrom('builds').where('id', '=', id).execute();
}

/** Copies a backup to `work` with the schema of this Burrow; returns its sound builds. */
async function openCopy(
  backup: Backup,
  work: string,
  migrations: readonly Migration[],
): Promise<readonly number[]> {
  removeDatabase(work);
  copyFileSync(backup.path, work);
  const copy = new Database(work);
  try {
    if (versionOf(copy) > migrations.length) throw failure('history.newer', { path: backup.path });
    if (!isSoundStructure(copy)) throw failure('backup.unreadable', { path: backup.path });
    await migrate(copy, migrations);
    return await soundBuilds(kyselyOf(copy));
  } catch (error) {
    if (!isDamage(error) && !isBrokenSchema(error)) throw error;
    throw failure('backup.unreadable', { path: backup.path }, error);
  } finally {
    copy.close();
  }
}

async function recordsOf(
  db: Kysely<Tables>,
  ids: readonly number[],
): Promise<{ id: number; record: BuildRecord; forgottenAt: string | null }[]> {
  const records = [];
  for (const stored of await readStoredBuilds(db, ids)) {
    const build = decodeBuild(stored);
    if (!build) continue;
    const { id, program_id: program, forgotten_at: forgottenAt } = stored.build;
    const facts = program === null ? null : await getProgram(db, program);
    records.push({ id, forgottenAt, record: { ...build, ...(facts ?? noFacts) } });
  }
  return records;
}

function replaceTables(database: Database.Database): void {
  const tables = database
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
    .pluck()
    .all() as string[];
  for (const table of tables) {
    const columns = database.prepare("SELECT name FROM pragma_table_info(?, 'main')").pluck().all(table);
    database.exec(`DELETE FROM main.${table}`);
    database.exec(
      `INSERT INTO main.${table} (${columns.join()}) SELECT ${columns.join()} FROM backup.${table}`,
    );
  }
}

function numberIn(database: Database.Database, table: NumberedTable): number {
  const number = database.prepare('SELECT seq FROM main.sqlite_sequence WHERE name = ?').pluck().get(table);
  return Number(number ?? 0);
}

/** A backup without a row in the table has no number either. */
function setNumber(database: Database.Database, table: NumberedTable, number: number): void {
  database.prepare('DELETE FROM main.sqlite_sequence WHERE name = ?').run(table);
  database.prepare('INSERT INTO main.sqlite_sequence (name, seq) VALUES (?, ?)').run(table, number);
}
