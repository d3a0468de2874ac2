import { type Kysely, sql } from 'kysely';
import { type Tables, inTransaction, isSoundBuild, readStoredBuilds } from '../rows/index.ts';

/** Forgotten builds can be restored for so long. */
const keptForMs = 30 * 24 * 60 * 60 * 1000;

/** At most so many are erased at once; the others follow the next day. */
const maxPurged = 20_000;

/**
 * Erases the builds that were forgotten more than 30 days ago, and the programs that no other build has. Their numbers are noted, so
 * that they do not count as lost. Damaged ones stay.
 */
export async function purgeForgotten(db: Kysely<Tables>, now: Date): Promise<void> {
  const until = new Date(now.getTime() - keptForMs).toISOString();
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM builds INDEXED BY builds_by_forgotten
    WHERE forgotten_at IS NOT NULL AND forgotten_at < ${until} LIMIT ${maxPurged}`.execute(db);
  if (rows.length === 0) return;
  const stored = await readStoredBuilds(
    db,
    rows.map(({ id }) => id),
  );
  const ids = JSON.stringify(stored.filter(isSoundBuild).map(({ build }) => build.id));
  const programs = JSON.stringify([...new Set(stored.flatMap(({ build }) => build.program_id ?? []))]);
  await inTransaction(db, async (tx) => {
    await sql`INSERT OR IGNORE INTO purged_builds (id) SELECT value FROM json_each(${ids})`.execute(tx);
    // Images, layers and what belongs to a program are deleted with it (ON DELETE CASCADE).
    await sql`DELETE FROM builds WHERE id IN (SELECT value FROM json_each(${ids}))`.execute(tx);
    await sql`DELETE FROM programs WHERE id IN (SELECT value FROM json_each(${programs})) AND NOT EXISTS
      (SELECT 1 FROM builds INDEXED BY builds_by_program WHERE builds.program_id = programs.id)`.execute(tx);
  });
}
