import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { BuildFilter, BuildOrder, BuildRow } from '#contract/build-list';
import { beforeOf } from './derive.ts';
import { matching, type Matching, narrowest, using } from './filter.ts';
import { cursorOf, type Part, partsOf, type Place, readCursor } from './order.ts';
import { decodeRows } from './read.ts';
import { buildId } from './record.ts';
import { isSoundBuild } from './seals.ts';
import { readStoredBuilds } from './stored.ts';
import type { Tables } from './tables.ts';

export interface PageRequest {
  filter?: BuildFilter | undefined;
  order?: BuildOrder | undefined;
  limit?: number | undefined;
  after?: string | undefined;
}

/** A page of a list. `damaged`: the rows on it that are not shown. */
export interface Page {
  rows: BuildRow[];
  next: string | null;
  damaged: number[];
}

const newestFirst: BuildOrder = { by: 'started', descending: true };

/**
 * A page of the builds that match, in this order. Throws `Damage` if an index has a build that the table has not.
 * `withoutIndexes`: they may be damaged, and are not used. Failures: builds.cursor-invalid.
 */
export async function pageOfBuilds(
  db: Kysely<Tables>,
  { filter = {}, order = newestFirst, limit = 50, after }: PageRequest,
  withoutIndexes = false,
): Promise<Page> {
  const place = after === undefined ? null : readCursor(after, order);
  const wanted = await matching(db, filter);
  const found: Place[] = [];
  for (const part of partsOf(order, place)) {
    const more = limit + 1 - found.length;
    if (more <= 0) break;
    found.push(...(await placesIn(db, wanted, better(part, order, wanted), more, withoutIndexes)));
  }
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    ...(await rowsOf(
      db,
      shown.map(({ row }) => row),
      withoutIndexes,
    )),
    next: last ? cursorOf(order, last) : null,
  };
}

/** By time, the builds of a project or a series have an index of their own. */
function better(part: Part, { by }: BuildOrder, { project, series }: Matching): Part {
  if (by !== 'started') return part;
  if (series !== null) {
    const own = sql`builds.series_id = ${series} AND builds.forgotten_at IS NULL AND ${part.where}`;
    return { ...part, index: 'builds_by_series', where: own };
  }
  if (project === null) return part;
  return {
    ...part,
    index: 'builds_by_project',
    where: sql`builds.project_id = ${project} AND ${part.where}`,
  };
}

/** So many builds are read in their order before an index of the filter is used. */
const maxWalk = 4000;

/**
 * The first builds of a part that match. Where many do, they are found by reading in their order; where few do, by the index
 * of a field of the filter.
 */
async function placesIn(
  db: Kysely<Tables>,
  { where, sources }: Matching,
  part: Part,
  limit: number,
  withoutIndexes: boolean,
): Promise<Place[]> {
  const select = async (from: RawBuilder<unknown>, conditions: RawBuilder<unknown>) => {
    const { rows } = await sql<Place>`
      SELECT builds.id AS row, ${part.key} AS key FROM ${from} WHERE ${conditions}
      ORDER BY ${part.orderBy} LIMIT ${limit}`.execute(db);
    return rows;
  };
  if (withoutIndexes) return select(sql`builds NOT INDEXED`, sql`${part.where} AND ${where}`);
  const inOrder = sql`builds ${part.index === null ? sql`NOT INDEXED` : using(part.index)}`;
  const first = sql`(SELECT * FROM ${inOrder} WHERE ${part.where} ORDER BY ${part.orderBy} LIMIT ${maxWalk}) AS builds`;
  const walked = await select(first, where);
  if (walked.length === limit) return walked;
  const source = await narrowest(db, sources);
  return source
    ? select(sql`builds ${using(source.index)}`, sql`${source.where} AND ${part.where} AND ${where}`)
    : select(inOrder, sql`${part.where} AND ${where}`);
}

/** The builds in these rows, in this order. */
export async function rowsOf(
  db: Kysely<Tables>,
  ids: readonly number[],
  withoutIndexes = false,
): Promise<{ rows: BuildRow[]; damaged: number[] }> {
  const { builds, damaged } = await decodeRows(
    db,
    ids.map((id) => ({ id })),
    withoutIndexes,
  );
  const { rows: context } = await sql<{
    id: number;
    series: number | null;
    usual: string | null;
    before: number | null;
  }>`
    SELECT builds.id, series_id AS series, usual_flags AS usual, ${beforeOf('builds')} AS before
    FROM json_each(${JSON.stringify(ids)}) CROSS JOIN builds ON builds.id = value
    LEFT JOIN series ON series.id = builds.series_id`.execute(db);
  const byId = new Map(context.map((each) => [buildId(each.id), each]));
  const before = new Map(
    (await readStoredBuilds(db, [...new Set(context.flatMap((each) => each.before ?? []))]))
      .filter(isSoundBuild)
      .map(({ build }) => [build.id, { id: buildId(build.id), bytes: build.bytes ?? 0 }]),
  );
  return {
    rows: builds.map((build) => {
      const each = byId.get(build.id);
      const usual = new Set(flagsIn(each?.usual ?? null));
      return {
        build,
        before: before.get(each?.before ?? -1) ?? null,
        series: each?.series ?? null,
        unusualFlags: each?.usual == null ? [] : build.flags.filter((flag) => !usual.has(flag)),
      };
    }),
    damaged,
  };
}

function flagsIn(json: string | null): string[] {
  try {
    return JSON.parse(json ?? '[]') as string[];
  } catch {
    return [];
  }
}
