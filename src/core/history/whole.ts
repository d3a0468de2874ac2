import { type Kysely, sql } from 'kysely';
import { missingBuilds } from './agreement.ts';
import { soundRows } from './seals.ts';
import type { Tables } from './tables.ts';

/** Whether no build is missing and every row is sound. It reads every row. */
export async function isWhole(db: Kysely<Tables>): Promise<boolean> {
  const sound = await soundRows(db);
  for (const table of ['builds', 'programs', 'projects'] as const) {
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(
      db,
    );
    if (rows[0]?.count !== sound[table].length) return false;
  }
  return (await missingBuilds(db)).length === 0;
}
