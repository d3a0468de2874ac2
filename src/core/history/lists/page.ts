import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { BuildFilter, BuildOrder, BuildRow } from '#contract/build-list';
import {
  Damage,
  type Tables,
  beforeOf,
  buildId,
  decodeBuild,
  isSoundBuild,
  lastRow,
  readStoredBuilds,
} from '../rows/index.ts';
import { matching, type Matching, narrowest, using } from './filter.ts';
import { cursorOf, type Part, partsOf, type Place, readCursor } from './order.ts';

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
  const parts = partsOf(order, place).map((part) => better(part, order, wanted));
  const found = await placesIn(db, wanted, parts, limit + 1, withoutIndexes);
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

/** The builds in the order of a part. */
function inOrder({ index }: Part): RawBuilder<unknown> {
  return sql`builds ${index === null ? sql`NOT INDEXED` : using(index)}`;
}

/** So many builds are read in their order before it is asked how many match. */
const maxWalk = 500;

/**
 * The first builds of these parts that match. Where many do, they are found by reading in their order; where few do, by the index
 * of a field of the filter: reading in order takes about `limit * total / matching` rows, and the index as many as match.
 */
async function placesIn(
  db: Kysely<Tables>,
  { where, sources }: Matching,
  parts: readonly Part[],
  limit: number,
  withoutIndexes: boolean,
): Promise<Place[]> {
  const select = async (
    part: Part,
    from: RawBuilder<unknown>,
    conditions: RawBuilder<unknown>,
    max: number,
  ) => {
    const { rows } = await sql<Place>`
      SELECT builds.id AS row, ${part.key} AS key FROM ${from} WHERE ${conditions}
      ORDER BY ${part.orderBy} LIMIT ${max}`.execute(db);
    return rows;
  };
  const inTurn = async (read: (part: Part, max: number) => Promise<Place[]>) => {
    const found: Place[] = [];
    for (const part of parts) {
      if (found.length < limit) found.push(...(await read(part, limit - found.length)));
    }
    return found;
  };
  if (withoutIndexes) {
    const table = sql`builds NOT INDEXED`;
    return inTurn((part, max) => select(part, table, sql`${part.where} AND ${where}`, max));
  }
  const [first] = parts;
  if (!first) return [];
  const nearest = sql`(SELECT * FROM ${inOrder(first)} WHERE ${first.where} ORDER BY ${first.orderBy} LIMIT ${maxWalk})`;
  const walked = await select(first, sql`${nearest} AS builds`, where, limit);
  if (walked.length === limit) return walked;
  const source = await narrowest(db, sources, Math.ceil(Math.sqrt(limit * (await lastRow(db)))));
  if (!source)
    return inTurn((part, max) => select(part, inOrder(part), sql`${part.where} AND ${where}`, max));
  const either = sql.join(
    parts.map((part) => sql`(${part.where})`),
    sql` OR `,
  );
  const nullsLast = { ...first, orderBy: sql`${first.key} IS NULL, ${first.orderBy}` };
  const from = sql`builds ${using(source.index)}`;
  return select(nullsLast, from, sql`${source.where} AND (${either}) AND ${where}`, limit);
}

/** The builds in these rows, in this order. */
async function rowsOf(
  db: Kysely<Tables>,
  ids: readonly number[],
  withoutIndexes = false,
): Promise<{ rows: BuildRow[]; damaged: number[] }> {
  const { rows: context } = await sql<{
    id: number;
    series: number | null;
    usual: string | null;
    before: number | null;
    go_versions: string | null;
  }>`
    SELECT builds.id, series_id AS series, usual_flags AS usual, ${beforeOf('builds')} AS before, go_versions
    FROM json_each(${JSON.stringify(ids)}) CROSS JOIN builds ON builds.id = value
    LEFT JOIN series ON series.id = builds.series_id
    LEFT JOIN image_contents ON image_contents.build_id = builds.id`.execute(db);
  const byId = new Map(context.map((each) => [each.id, each]));
  const found = await readStoredBuilds(db, [
    ...new Set([...ids, ...context.flatMap((each) => each.before ?? [])]),
  ]);
  const stored = new Map(found.map((each) => [each.build.id, each]));
  if (!withoutIndexes && ids.some((id) => !stored.has(id)))
    throw new Damage('a row is not where an index says');
  const before = new Map(
    found
      .filter(isSoundBuild)
      .map(({ build }) => [build.id, { id: buildId(build.id), bytes: build.bytes ?? 0 }]),
  );
  const decoded = ids.map((id) => {
    const each = stored.get(id);
    return { id, build: each ? decodeBuild(each) : null };
  });
  return {
    rows: decoded.flatMap(({ id, build }) => {
      if (!build) return [];
      const each = byId.get(id);
      const usual = new Set(textsIn(each?.usual ?? null));
      return {
        build,
        before: before.get(each?.before ?? -1) ?? null,
        series: each?.series ?? null,
        unusualFlags: each?.usual == null ? [] : build.flags.filter((flag) => !usual.has(flag)),
        read: each?.go_versions == null ? null : { goVersions: textsIn(each.go_versions) },
      };
    }),
    damaged: decoded.filter(({ build }) => !build).map(({ id }) => id),
  };
}

function textsIn(json: string | null): string[] {
  try {
    return JSON.parse(json ?? '[]') as string[];
  } catch {
    return [];
  }
}
