import { type Kysely, sql } from 'kysely';
import { Damage } from './damage.ts';
import type { Tables } from './tables.ts';

interface Sums {
  count: number;
  ids: number;
}

/**
 * Throws `Damage` unless the indexes that a list reads have the same rows as the table. Comparing the number of rows and
 * the sum of their ids costs one scan; `PRAGMA integrity_check` takes 20 times as long.
 */
export async function mustAgree(db: Kysely<Tables>, project: number | null): Promise<void> {
  const all = await sums(db, sql`builds NOT INDEXED`);
  const byTime = await sums(db, sql`builds INDEXED BY builds_by_time WHERE started_at IS NOT NULL`);
  if (all.count !== byTime.count || all.ids !== byTime.ids) throw new Damage('builds_by_time');
  if (project === null) return;
  const own = await sums(db, sql`builds NOT INDEXED WHERE project_id = ${project}`);
  const byProject = await sums(db, sql`builds INDEXED BY builds_by_project WHERE project_id = ${project}`);
  if (own.count !== byProject.count || own.ids !== byProject.ids) throw new Damage('builds_by_project');
}

async function sums(db: Kysely<Tables>, from: ReturnType<typeof sql>): Promise<Sums> {
  const { rows } = await sql<Sums>`SELECT count(*) AS count, total(id) AS ids FROM ${from}`.execute(db);
  return rows[0] ?? { count: 0, ids: 0 };
}

/** Larger gaps come from a damaged number, not from lost builds. */
const maxGaps = 1000;

/** The tables whose rows have numbers that users write down, and that are never used again (AUTOINCREMENT). */
export const numberedTables = ['builds', 'snapshots'] as const;
export type NumberedTable = (typeof numberedTables)[number];

/**
 * The builds that were recorded and have no row, at most 1000. Builds are never deleted, so every number up to the last
 * one must be there (AUTOINCREMENT keeps the last one in `sqlite_sequence`).
 */
export function missingBuilds(db: Kysely<Tables>): Promise<number[]> {
  return missingRows(db, 'builds', () => 1);
}

/** Up to so many builds, a list checks all of them; larger histories are checked in the background (sweep.ts). */
const small = 5000;

/** Whether the history has so few builds that each list can check them all. */
export async function isSmall(db: Kysely<Tables>): Promise<boolean> {
  return (await lastRow(db)) <= small;
}

/** The highest number of a build that there is; 0: there is none. */
export async function lastRow(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`
    SELECT max(id) AS id FROM builds NOT INDEXED WHERE id > 0`.execute(db);
  return rows[0]?.id ?? 0;
}

/** The snapshots that have no row, of the last `kept`, at most 1000: only older ones are removed. */
export function missingSnapshots(db: Kysely<Tables>, kept: number): Promise<number[]> {
  return missingRows(db, 'snapshots', (last) => Math.max(1, last - kept + 1));
}

/** The numbers of the builds that were erased on purpose; none in a schema that does not know them. */
async function purgedRows(db: Kysely<Tables>): Promise<number[]> {
  const { rows: tables } = await sql`SELECT name FROM sqlite_schema WHERE name = 'purged_builds'`.execute(db);
  if (tables.length === 0) return [];
  const rows = await db
    .selectFrom('purged_builds')
    .where('id', 'not in', (from) => from.selectFrom('builds').select('id'))
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The numbers without a row, from the first that must be there to the last that was given. */
async function missingRows(
  db: Kysely<Tables>,
  table: NumberedTable,
  firstOf: (last: number) => number,
): Promise<number[]> {
  const { rows: sequence } = await sql<{ seq: number }>`
    SELECT seq FROM sqlite_sequence WHERE name = ${table}`.execute(db);
  const { rows: newest } = await sql<{ id: number | null }>`
    SELECT max(id) AS id FROM ${sql.table(table)} NOT INDEXED WHERE id > 0`.execute(db);
  const last = lastNumber(sequence[0]?.seq ?? 0, newest[0]?.id ?? 0);
  const first = firstOf(last);
  // Without a condition, SQLite counts the entries of the smallest index; that indexes agree is checked elsewhere.
  const { rows: kept } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM ${sql.table(table)} ${first > 1 ? sql`NOT INDEXED WHERE id >= ${first}` : sql``}`.execute(
    db,
  );
  const purged = table === 'builds' ? await purgedRows(db) : [];
  if ((kept[0]?.count ?? 0) + purged.length === last - first + 1) return [];
  return gaps(db, table, first, last, new Set(purged));
}

async function gaps(
  db: Kysely<Tables>,
  table: NumberedTable,
  first: number,
  last: number,
  purged: ReadonlySet<number>,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM ${sql.table(table)} NOT INDEXED WHERE id >= ${first} ORDER BY id`.execute(db);
  const missing: number[] = [];
  let next = first;
  for (const end of [...rows.map(({ id }) => id), last + 1]) {
    for (; next < end && missing.length < maxGaps; next++) if (!purged.has(next)) missing.push(next);
    next = Math.max(next, end + 1);
  }
  return missing;
}

/** The number of the build that was recorded last: as it was `counted`, unless that is far from the `newest` row. */
export function lastNumber(counted: number, newest: number): number {
  return counted > newest && counted - newest <= maxGaps ? counted : newest;
}
