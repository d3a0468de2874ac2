import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { BuildFilter } from '#contract/build-list';
import { type Tables, projectRow, readBuildId } from '../rows/index.ts';
import { builtWith } from './go-versions.ts';
import { textCondition, textIds, wordsOf } from './text-search.ts';

type Condition = RawBuilder<unknown>;

/** An index that has, for a field of the filter, exactly the builds that match it. */
export interface Source {
  /** null: the numbers of the builds are looked up. */
  index: string | null;
  where: Condition;
}

/** A filter as SQL. */
export interface Matching {
  /** True of the row `builds` that matches, without forgotten ones. */
  where: Condition;
  sources: readonly Source[];
  /** The row of the project, if one is asked for; -1: there is none. */
  project: number | null;
  /** The number of the series, if one is asked for. */
  series: number | null;
  /** Nothing is asked for. */
  isAll: boolean;
}

/** `filter.project` is an absolute path. */
export async function matching(db: Kysely<Tables>, filter: BuildFilter): Promise<Matching> {
  const project = filter.project === undefined ? null : await projectRow(db, filter.project);
  const sources: Source[] = [];
  const rest: Condition[] = [sql`builds.forgotten_at IS NULL`];
  const of = (index: string | null, where: Condition) => sources.push({ index, where });
  if (project !== null) of('builds_by_project', sql`builds.project_id = ${project}`);
  if (filter.series !== undefined)
    of('builds_by_series', sql`builds.series_id = ${filter.series} AND builds.forgotten_at IS NULL`);
  if (filter.kind !== undefined) of('builds_by_kind', sql`builds.kind = ${filter.kind}`);
  if (filter.status !== undefined) of('builds_by_status', sql`builds.status IN (${list(filter.status)})`);
  if (filter.subject !== undefined) of('builds_by_subject', sql`builds.subject = ${filter.subject}`);
  if (filter.target !== undefined) of('builds_by_target', sql`builds.target = ${filter.target}`);
  if (filter.branch !== undefined) of('builds_by_branch', sql`builds.vcs_branch = ${filter.branch}`);
  if (filter.tag !== undefined) of('builds_by_tag', sql`builds.vcs_tag = ${filter.tag}`);
  if (filter.pinned === true) of('builds_by_pin', sql`builds.pinned = 1`);
  if (filter.pinned === false) rest.push(sql`builds.pinned = 0`);
  if (filter.flag !== undefined) rest.push(sql`instr(builds.flags, ${JSON.stringify(filter.flag)}) > 0`);
  if (filter.goVersion !== undefined) of('builds_by_go', builtWith(filter.goVersion));
  if (filter.since !== undefined || filter.until !== undefined) {
    const from = sql`builds.started_at >= ${moment(filter.since) ?? ''}`;
    const until = moment(filter.until);
    of('builds_by_time', until === undefined ? from : sql`${from} AND builds.started_at < ${until}`);
  }
  if (filter.package !== undefined)
    of(
      'builds_by_program',
      sql`builds.program_id IN (SELECT program_id FROM program_packages
        WHERE package_id = (SELECT id FROM packages WHERE path = ${filter.package}))`,
    );
  const words = wordsOf(filter.text ?? '');
  for (const word of words) {
    sources.push({ index: null, where: sql`builds.id IN (${textIds(word)})` });
    rest.push(textCondition(word));
  }
  const own = sources.filter(({ index }) => index !== null).map(({ where }) => where);
  return {
    where: sql.join([...own, ...rest], sql` AND `),
    sources,
    project,
    series: filter.series ?? null,
    isAll: own.length === 0 && rest.length === 1,
  };
}

/** The source with the fewest builds, fewer than `max`; null: each has as many. */
export async function narrowest(
  db: Kysely<Tables>,
  sources: readonly Source[],
  max: number,
): Promise<Source | null> {
  let best: { source: Source; count: number } | null = null;
  for (const source of sources) {
    const most: number = best?.count ?? max;
    const { rows } = await sql<{ id: number }>`
      SELECT builds.id FROM builds ${using(source.index)} WHERE ${source.where} LIMIT ${most}`.execute(db);
    if (rows.length === most) continue;
    // What was looked up need not be looked up again.
    const ids = sql`builds.id IN (SELECT value FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}))`;
    best = { source: source.index === null ? { index: null, where: ids } : source, count: rows.length };
  }
  return best?.source ?? null;
}

/** The hint for SQLite that goes after the name of the table. */
export function using(index: string | null): RawBuilder<unknown> {
  return index === null ? sql`` : sql`INDEXED BY ${sql.ref(index)}`;
}

/** A larger source is as good as any other. */
const maxSource = 10_000;

/** All builds without the forgotten ones; SQLite counts the entries of indexes. */
async function countAll(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    SELECT (SELECT count(*) FROM builds)
      - (SELECT count(*) FROM builds INDEXED BY builds_by_forgotten WHERE forgotten_at IS NOT NULL) AS total`.execute(
    db,
  );
  return rows[0]?.total ?? 0;
}

/** How many builds match. */
export async function countBuilds(db: Kysely<Tables>, filter: BuildFilter): Promise<number> {
  const { where, sources, isAll } = await matching(db, filter);
  if (isAll) return countAll(db);
  const source = (await narrowest(db, sources, maxSource)) ?? sources.find(({ index }) => index !== null);
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM builds ${using(source?.index ?? null)}
    WHERE ${source ? sql`${source.where} AND ` : sql``}${where}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** How many of these rows match. */
export async function countOf(
  db: Kysely<Tables>,
  filter: BuildFilter,
  ids: readonly number[],
): Promise<number> {
  const { where } = await matching(db, filter);
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM builds NOT INDEXED
    WHERE builds.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND ${where}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** The rows of all builds that match. */
export async function matchingRows(db: Kysely<Tables>, filter: BuildFilter): Promise<number[]> {
  const { where } = await matching(db, filter);
  const { rows } = await sql<{ id: number }>`SELECT builds.id FROM builds WHERE ${where}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The rows of builds with these ids. Failures: none; what is no id is left out. */
export function rowsNamed(ids: readonly string[]): number[] {
  return ids.flatMap((id) => {
    const row = Number(readBuildId(id)?.slice(1));
    return Number.isSafeInteger(row) ? row : [];
  });
}

function list(values: readonly string[]): RawBuilder<unknown> {
  return sql`SELECT value FROM json_each(${JSON.stringify(values)})`;
}

/** As stored, in UTC with ms, so that texts compare as moments do. */
function moment(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString();
}
