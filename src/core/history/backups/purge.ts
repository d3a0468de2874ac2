import { type Kysely, sql } from 'kysely';
import {
  type Tables,
  dropUnusedLayers,
  inTransaction,
  isSoundBuild,
  readStoredBuilds,
} from '../rows/index.ts';

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
  await inTransaction(db, async (tx) => {
    const programs = JSON.stringify([
      ...stored.flatMap(({ build }) => build.program_id ?? []),
      ...(await programsOfImages(tx, ids)),
    ]);
    await sql`INSERT OR IGNORE INTO purged_builds (id) SELECT value FROM json_each(${ids})`.execute(tx);
    // Images and what was read of them, and what belongs to a program are deleted with it (ON DELETE CASCADE).
    await sql`DELETE FROM builds WHERE id IN (SELECT value FROM json_each(${ids}))`.execute(tx);
    await sql`DELETE FROM programs WHERE id IN (SELECT value FROM json_each(${programs})) AND NOT EXISTS
      (SELECT 1 FROM builds INDEXED BY builds_by_program WHERE builds.program_id = programs.id)
      AND NOT EXISTS (SELECT 1 FROM image_programs WHERE image_programs.program_id = programs.id)`.execute(
      tx,
    );
    await dropUnusedLayers(tx);
  });
}

/** The rows of the programs that were read in these images; `ids`: a JSON array. */
async function programsOfImages(tx: Kysely<Tables>, ids: string): Promise<number[]> {
  const { rows } = await sql<{ program_id: number }>`
    SELECT DISTINCT program_id FROM image_programs
    WHERE build_id IN (SELECT value FROM json_each(${ids}))`.execute(tx);
  return rows.map(({ program_id }) => program_id);
}
