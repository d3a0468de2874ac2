import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { RetentionRules } from '#contract/listed-builds';
import { type Tables, projectRow } from '../rows/index.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Builds of the same text are of the same day, week or month, in UTC. A week begins on Monday. */
const periods: Readonly<Record<RetentionRules['thenOneA'], RawBuilder<unknown>>> = {
  day: sql`substr(started_at, 1, 10)`,
  week: sql`date(started_at, '-6 days', 'weekday 1')`,
  month: sql`substr(started_at, 1, 7)`,
  none: sql`''`,
};

/**
 * The builds that these rules do not keep (contract/listed-builds.ts), oldest first, and how many they keep. `project`: an absolute
 * path; without one, all.
 */
export async function notKept(
  db: Kysely<Tables>,
  { project, rules }: { project?: string | undefined; rules: RetentionRules },
  now: Date,
): Promise<{ ids: number[]; kept: number }> {
  const own = project === undefined ? null : await projectRow(db, project);
  const since = new Date(now.getTime() - rules.keepDays * dayMs).toISOString();
  const chosen = own === null ? sql`forgotten_at IS NULL` : sql`forgotten_at IS NULL AND project_id = ${own}`;
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM (
      SELECT id, started_at, pinned, vcs_tag, series_id,
        row_number() OVER (PARTITION BY series_id ORDER BY started_at DESC, id DESC) AS place,
        row_number() OVER (PARTITION BY series_id, ${periods[rules.thenOneA]}
          ORDER BY started_at DESC, id DESC) AS place_in_period
      FROM builds WHERE ${chosen})
    WHERE started_at < ${since} AND pinned = 0 AND vcs_tag IS NULL AND NOT (series_id IS NOT NULL AND (place = 1
      OR (${rules.thenOneA} <> 'none' AND place_in_period = 1)))
    ORDER BY started_at, id`.execute(db);
  const { rows: all } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM builds WHERE ${chosen}`.execute(db);
  return { ids: rows.map(({ id }) => id), kept: (all[0]?.count ?? 0) - rows.length };
}

/** What each row takes beside its texts: its header, numbers and entries in indexes, roughly. */
const rowBytes = { build: 500, program: 200, package: 30, section: 40, module: 12 } as const;

/**
 * What these builds take in the history, with the programs that no other build has and the layers that no other image has, in
 * bytes, roughly. A program that an image has, too, counts all the same.
 */
export async function bytesOf(db: Kysely<Tables>, ids: readonly number[]): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    WITH going (id) AS (SELECT value FROM json_each(${JSON.stringify(ids)})),
    used (program_id, count) AS (
      SELECT program_id, count(*) FROM going JOIN builds ON builds.id = going.id
      WHERE program_id IS NOT NULL GROUP BY program_id),
    alone (program_id) AS (SELECT program_id FROM used
      WHERE count = (SELECT count(*) FROM builds INDEXED BY builds_by_program WHERE builds.program_id = used.program_id))
    SELECT
      (SELECT coalesce(sum(${rowBytes.build} + length(flags) + coalesce(length(log_tail), 0) + coalesce(length(note), 0)), 0)
        FROM going JOIN builds ON builds.id = going.id)
      + (SELECT coalesce(sum(${rowBytes.program} + length(facts)), 0) FROM alone JOIN programs ON programs.id = program_id)
      + (SELECT coalesce(sum(${rowBytes.package} + length(parts)), 0)
        FROM alone JOIN program_packages USING (program_id))
      + (SELECT coalesce(sum(length(content)), 0) FROM going JOIN image_contents ON build_id = going.id)
      + (SELECT coalesce(sum(length(content)), 0) FROM layer_contents WHERE id IN (
        SELECT layer_id FROM image_layer_contents WHERE build_id IN (SELECT id FROM going)
        EXCEPT SELECT layer_id FROM image_layer_contents WHERE build_id NOT IN (SELECT id FROM going)))
      + (SELECT count(*) * ${rowBytes.section} FROM alone JOIN program_sections USING (program_id))
      + (SELECT count(*) * ${rowBytes.module} FROM alone JOIN program_modules USING (program_id)) AS bytes`.execute(
    db,
  );
  return rows[0]?.bytes ?? 0;
}
