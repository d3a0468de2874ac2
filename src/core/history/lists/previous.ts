import { type Kysely, sql } from 'kysely';
import type { Build } from '#contract/build';
import { seriesKey } from '#contract/series';
import { type Tables, isSoundBuild, readBuildId, readStoredBuilds } from '../rows/index.ts';

/** So many damaged builds are passed over. */
const maxTried = 100;

/**
 * The build before this one in its series, or, of one that is not in the history, the newest of its series; null: there is none.
 */
export async function previousOf(db: Kysely<Tables>, build: Build): Promise<number | null> {
  const id = Number(readBuildId(build.id)?.slice(1) ?? 0);
  const { rows } = await sql<{ id: number }>`
    SELECT earlier.id FROM series JOIN builds AS earlier INDEXED BY builds_by_series
      ON earlier.series_id = series.id AND earlier.forgotten_at IS NULL
    LEFT JOIN builds AS this ON this.id = ${id}
    WHERE series.key = ${seriesKey(build)}
    AND (this.id IS NULL OR (earlier.started_at, earlier.id) < (this.started_at, this.id))
    ORDER BY earlier.started_at DESC, earlier.id DESC LIMIT ${maxTried}`.execute(db);
  for (const row of rows) {
    const [stored] = await readStoredBuilds(db, [row.id]);
    if (stored && isSoundBuild(stored)) return row.id;
  }
  return null;
}
