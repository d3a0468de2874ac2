import { type Kysely, sql } from 'kysely';
import { type Tables, deriveBuilds, isSoundBuild, readStoredBuilds, sealBuilds } from '../rows/index.ts';

/** Builds are changed in steps of so many. */
const atOnce = 1000;

/**
 * Forgets those of these builds that are sound and not forgotten, in one transaction of the caller. The moment is the mark by which
 * `rowsForgottenAt` finds them: no others have it. `now`: ISO 8601.
 */
export async function forgetRows(
  tx: Kysely<Tables>,
  ids: readonly number[],
  now: string,
): Promise<{ forgotten: number; undo: string }> {
  let undo = now;
  while ((await rowsForgottenAt(tx, undo)).length > 0) undo = new Date(Date.parse(undo) + 1).toISOString();
  return { forgotten: await mark(tx, ids, undo), undo };
}

/** Restores those of these builds that are sound and forgotten; returns their number. */
export async function restoreRows(tx: Kysely<Tables>, ids: readonly number[]): Promise<number> {
  return mark(tx, ids, null);
}

/** The builds that one call has forgotten. */
export async function rowsForgottenAt(db: Kysely<Tables>, moment: string): Promise<number[]> {
  const rows = await db.selectFrom('builds').where('forgotten_at', '=', moment).select('id').execute();
  return rows.map(({ id }) => id);
}

/** The calls that have forgotten builds which are still there, newest first, at most 100. `undo`: as of `forgetRows`. */
export async function forgottenCalls(db: Kysely<Tables>): Promise<{ undo: string; builds: number }[]> {
  const { rows } = await sql<{ undo: string; builds: number }>`
    SELECT forgotten_at AS undo, count(*) AS builds FROM builds WHERE forgotten_at IS NOT NULL
    GROUP BY forgotten_at ORDER BY forgotten_at DESC LIMIT 100`.execute(db);
  return rows;
}

async function mark(tx: Kysely<Tables>, ids: readonly number[], at: string | null): Promise<number> {
  let count = 0;
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = (await readStoredBuilds(tx, [...new Set(ids.slice(from, from + atOnce))]))
      .filter((stored) => isSoundBuild(stored) && (stored.build.forgotten_at === null) === (at !== null))
      .map(({ build }) => build.id);
    await sql`UPDATE builds SET forgotten_at = ${at}
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(rows)}))`.execute(tx);
    await sealBuilds(tx, rows);
    await deriveBuilds(tx, rows);
    count += rows.length;
  }
  return count;
}
