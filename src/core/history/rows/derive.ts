import { type Kysely, sql } from 'kysely';
import { recordedBytes, seriesKey } from '#contract/series';
import { decodeBuild } from './decode.ts';
import { goRank } from './go-rank.ts';
import { readStoredBuilds, type StoredBuild } from './stored.ts';
import type { Tables } from './tables.ts';

/** What follows from a row of `builds`; a damaged one is in no series. */
interface Derived {
  id: number;
  bytes: number | null;
  goRank: number | null;
  series: {
    key: string;
    kind: string;
    projectId: number | null;
    subject: string;
    target: string | null;
  } | null;
}

function derivedOf(stored: StoredBuild): Derived {
  const { id, project_id: projectId } = stored.build;
  const build = decodeBuild(stored);
  if (!build) return { id, bytes: null, goRank: null, series: null };
  const bytes = recordedBytes(build);
  const { kind, subject, goVersion, image, target } = build;
  return {
    id,
    bytes,
    goRank: goRank(goVersion),
    series:
      bytes === null
        ? null
        : { key: seriesKey(build), kind, projectId, subject, target: image?.platform ?? target },
  };
}

/**
 * Stores what follows from these builds, which are stored and sealed: their size and series, and how they, and the next ones of
 * their series, differ from the ones before.
 */
export async function deriveBuilds(tx: Kysely<Tables>, ids: readonly number[]): Promise<void> {
  const nextBefore = await nextOf(tx, ids);
  const derived = (await readStoredBuilds(tx, ids)).map(derivedOf);
  await sql`
    INSERT INTO series (key, kind, project_id, subject, target)
    SELECT DISTINCT value ->> '$.series.key', value ->> '$.series.kind', value ->> '$.series.projectId',
      value ->> '$.series.subject', value ->> '$.series.target'
    FROM json_each(${JSON.stringify(derived)}) WHERE value ->> '$.series.key' IS NOT NULL
    ON CONFLICT DO NOTHING`.execute(tx);
  await sql`
    UPDATE builds SET bytes = new.bytes, go_rank = new.go_rank, series_id = new.series_id
    FROM (SELECT value ->> 'id' AS id, value ->> 'bytes' AS bytes, value ->> 'goRank' AS go_rank,
      (SELECT id FROM series WHERE key = value ->> '$.series.key') AS series_id
      FROM json_each(${JSON.stringify(derived)})) AS new
    WHERE builds.id = new.id`.execute(tx);
  const changed = [...new Set([...ids, ...nextBefore, ...(await nextOf(tx, ids))])];
  await compareWithBefore(tx, changed);
  await nameUsualFlags(tx, changed);
}

/** The next build after each of these in its series. */
async function nextOf(tx: Kysely<Tables>, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ next: number | null }>`
    SELECT (SELECT next.id FROM builds AS next INDEXED BY builds_by_series
      WHERE next.series_id = builds.series_id AND next.forgotten_at IS NULL
      AND (next.started_at, next.id) > (builds.started_at, builds.id)
      ORDER BY next.started_at, next.id LIMIT 1) AS next
    FROM json_each(${JSON.stringify(ids)}) CROSS JOIN builds ON builds.id = value
    WHERE builds.series_id IS NOT NULL`.execute(tx);
  return rows.flatMap(({ next }) => next ?? []);
}

/** The number of module paths that only one of two programs has, or in another version. */
const moduleChanges = sql`(SELECT count(DISTINCT path) FROM modules WHERE id IN (
  SELECT * FROM (SELECT module_id FROM program_modules WHERE program_id = builds.program_id
    EXCEPT SELECT module_id FROM program_modules WHERE program_id = before.program_id)
  UNION ALL SELECT * FROM (SELECT module_id FROM program_modules WHERE program_id = before.program_id
    EXCEPT SELECT module_id FROM program_modules WHERE program_id = builds.program_id)))`;

/** The number of layers that only one of two images has. */
const layerChanges = sql`(SELECT count(*) FROM (
  SELECT * FROM (${layersOf('builds')} EXCEPT ${layersOf('before')})
  UNION ALL SELECT * FROM (${layersOf('before')} EXCEPT ${layersOf('builds')})))`;

function layersOf(row: string) {
  return sql`SELECT diff_id FROM image_layers JOIN layers ON layers.id = layer_id
    WHERE build_id = ${sql.ref(`${row}.id`)}`;
}

async function compareWithBefore(tx: Kysely<Tables>, ids: readonly number[]): Promise<void> {
  await sql`
    UPDATE builds SET change_bytes = new.change_bytes, module_changes = new.module_changes,
      layer_changes = new.layer_changes
    FROM (SELECT builds.id, builds.bytes - before.bytes AS change_bytes,
      CASE WHEN builds.program_id = before.program_id THEN 0
        WHEN builds.program_id IS NOT NULL AND before.program_id IS NOT NULL THEN ${moduleChanges} END AS module_changes,
        CASE WHEN builds.kind = 'image' AND before.id IS NOT NULL THEN ${layerChanges} END AS layer_changes
      FROM json_each(${JSON.stringify(ids)}) CROSS JOIN builds ON builds.id = value
      LEFT JOIN builds AS before ON before.id = ${beforeOf('builds')}) AS new
    WHERE builds.id = new.id`.execute(tx);
}

/** The id of the build before one in its series, as an expression. `row`: the name of the table of that one. */
export function beforeOf(row: string) {
  const [series, time, id] = ['series_id', 'started_at', 'id'].map((column) => sql.ref(`${row}.${column}`));
  return sql<number | null>`(SELECT earlier.id FROM builds AS earlier INDEXED BY builds_by_series
    WHERE earlier.series_id = ${series} AND earlier.forgotten_at IS NULL
    AND (earlier.started_at, earlier.id) < (${time}, ${id})
    ORDER BY earlier.started_at DESC, earlier.id DESC LIMIT 1)`;
}

/** Of so many of the newest builds of a series, more than half have its usual flags. */
const newest = 50;

async function nameUsualFlags(tx: Kysely<Tables>, ids: readonly number[]): Promise<void> {
  await sql`
    UPDATE series SET usual_flags = (
      SELECT json_group_array(flag) FROM (
        SELECT flag.value AS flag FROM (
          SELECT id, flags FROM builds INDEXED BY builds_by_series
          WHERE series_id = series.id AND forgotten_at IS NULL ORDER BY started_at DESC, id DESC LIMIT ${newest}
        ) AS recent, json_each(CASE WHEN json_valid(recent.flags) THEN recent.flags ELSE '[]' END) AS flag
        GROUP BY flag.value HAVING 2 * count(DISTINCT recent.id) > (SELECT count(*) FROM (
          SELECT 1 FROM builds INDEXED BY builds_by_series
          WHERE series_id = series.id AND forgotten_at IS NULL LIMIT ${newest}))))
    WHERE id IN (SELECT series_id FROM builds WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})))`.execute(
    tx,
  );
}

/** Per step, so that the rows of a step fit into memory. */
const atOnce = 1000;

/** Derives all builds. */
export async function deriveAll(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ id: number }>`SELECT id FROM builds NOT INDEXED ORDER BY id`.execute(db);
  for (let at = 0; at < rows.length; at += atOnce) {
    await deriveBuilds(
      db,
      rows.slice(at, at + atOnce).map(({ id }) => id),
    );
  }
}
