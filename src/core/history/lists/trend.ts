import type Database from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import type { BuildFilter, BuildSeries, TrendPoint } from '#contract/build-list';
import { type Tables, buildId, decodeBuild, isSoundBuild, readStoredBuilds } from '../rows/index.ts';
import { matching } from './filter.ts';
import { reduced } from './reduce.ts';

/** The series in which a build matches, that with the newest build first; damaged builds are passed over. */
export async function listSeries(
  db: Kysely<Tables>,
  { filter = {}, limit = 100 }: { filter?: BuildFilter | undefined; limit?: number | undefined },
): Promise<{ series: BuildSeries[]; more: boolean }> {
  const { project: _p, kind, subject, target, ...others } = filter;
  const { project } = await matching(db, { project: filter.project });
  const conditions = [
    ...(project === null ? [] : [sql`series.project_id = ${project}`]),
    ...(kind === undefined ? [] : [sql`series.kind = ${kind}`]),
    ...(subject === undefined ? [] : [sql`series.subject = ${subject}`]),
    ...(target === undefined ? [] : [sql`series.target = ${target}`]),
  ];
  // The fields above are the same for all builds of a series; only the others need its builds.
  if (Object.values(others).some((value) => value !== undefined)) {
    const { where } = await matching(db, others);
    conditions.push(sql`EXISTS (SELECT 1 FROM builds INDEXED BY builds_by_series
      WHERE builds.series_id = series.id AND builds.forgotten_at IS NULL AND ${where})`);
  }
  const { rows } = await sql<{ series: number; latest: number; count: number }>`
    SELECT found.series, found.latest, (SELECT count(*) FROM builds INDEXED BY builds_by_series
      WHERE series_id = found.series AND forgotten_at IS NULL) AS count
    FROM (SELECT series.id AS series, (SELECT builds.id FROM builds INDEXED BY builds_by_series
        WHERE builds.series_id = series.id AND builds.forgotten_at IS NULL
        ORDER BY builds.started_at DESC, builds.id DESC LIMIT 1) AS latest
      FROM series WHERE ${conditions.length > 0 ? sql.join(conditions, sql` AND `) : sql`true`}) AS found
    JOIN builds ON builds.id = found.latest
    ORDER BY builds.started_at DESC, builds.id DESC LIMIT ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  const stored = await readStoredBuilds(
    db,
    shown.map(({ latest }) => latest),
  );
  const builds = new Map(stored.map((each) => [each.build.id, decodeBuild(each)]));
  return {
    series: shown.flatMap(({ series, latest, count }) => {
      const build = builds.get(latest);
      return build ? { series, latest: build, count } : [];
    }),
    more: rows.length > limit,
  };
}

/** Where the values of builds are. The sizes are in the index, so that no row of the table is read for them. */
const columns = {
  bytes: 'bytes',
  durationMs: 'duration_ms',
  packages: '(SELECT packages FROM programs WHERE programs.id = builds.program_id)',
  readFileBytes: '(SELECT read_file_bytes FROM image_contents WHERE build_id = builds.id)',
  readCompressedBytes: '(SELECT read_compressed_bytes FROM image_contents WHERE build_id = builds.id)',
} as const;

export interface TrendRequest {
  series: number;
  /** Of which values the smallest and largest are kept. */
  of?: keyof typeof columns | undefined;
  from?: number | undefined;
  to?: number | undefined;
  points?: number | undefined;
}

/** The builds of a series, oldest first; of many, those that show its shape. Damaged ones are left out of the points. */
export async function trendOf(
  db: Kysely<Tables>,
  database: Database.Database,
  { series, of = 'bytes', from = 0, to = Number.MAX_SAFE_INTEGER, points = 2000 }: TrendRequest,
): Promise<{ total: number; points: TrendPoint[]; reduced: boolean }> {
  const all = database
    .prepare(`SELECT id, ${columns[of]}, go_version, vcs_tag IS NOT NULL OR pinned FROM builds INDEXED BY builds_by_series
      WHERE series_id = ? AND forgotten_at IS NULL ORDER BY started_at, id`)
    .raw()
    .all(series) as [id: number, value: number | null, goVersion: string | null, marked: number][];
  const wanted = all.slice(from, Math.min(to, all.length) + 1);
  const values = wanted.map(([, value, goVersion, marked], at) => ({
    value,
    marked: marked === 1 || (at > 0 && wanted[at - 1]?.[2] !== goVersion),
  }));
  const kept = reduced(values, points);
  const positions = new Map(kept.map((at) => [wanted[at]?.[0] ?? 0, from + at]));
  return {
    total: all.length,
    points: await pointsAt(db, positions),
    reduced: kept.length < wanted.length,
  };
}

/** `positions`: by the numbers of builds, in order. */
async function pointsAt(db: Kysely<Tables>, positions: ReadonlyMap<number, number>): Promise<TrendPoint[]> {
  const ids = [...positions.keys()];
  const { rows } = await sql<{
    id: number;
    changes: number | null;
    packages: number | null;
    readFileBytes: number | null;
    readCompressedBytes: number | null;
  }>`
    SELECT builds.id, module_changes AS changes, programs.packages,
      read_file_bytes AS readFileBytes, read_compressed_bytes AS readCompressedBytes
    FROM json_each(${JSON.stringify(ids)}) CROSS JOIN builds ON builds.id = value
    LEFT JOIN programs ON programs.id = builds.program_id
    LEFT JOIN image_contents ON image_contents.build_id = builds.id`.execute(db);
  const counts = new Map(rows.map((row) => [row.id, row]));
  const sound = (await readStoredBuilds(db, ids)).filter(isSoundBuild);
  return sound.map(({ build, image, layers }) => ({
    id: buildId(build.id),
    position: positions.get(build.id) ?? 0,
    startedAt: build.started_at,
    bytes: build.bytes ?? 0,
    durationMs: build.duration_ms,
    packages: counts.get(build.id)?.packages ?? null,
    goVersion: build.go_version,
    commit: build.vcs_commit,
    tag: build.vcs_tag,
    moduleChanges: counts.get(build.id)?.changes ?? null,
    image: image && {
      ref: image.ref,
      layers: layers.length,
      layerChanges: build.layer_changes,
      readFileBytes: counts.get(build.id)?.readFileBytes ?? null,
      readCompressedBytes: counts.get(build.id)?.readCompressedBytes ?? null,
    },
    pinned: build.pinned === 1,
  }));
}
