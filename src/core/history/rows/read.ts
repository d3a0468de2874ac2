import { type Kysely, sql } from 'kysely';
import type { Build } from '#contract/build';
import { isSmall, mustAgree, missingBuilds } from './agreement.ts';
import { Damage } from './damage.ts';
import { decodeBuild } from './decode.ts';
import { readStoredBuilds } from './stored.ts';
import type { Tables } from './tables.ts';

/** Which builds to list: those that match all given fields, at most `limit`. */
export interface HistoryFilter {
  project?: string | undefined;
  subject?: string | undefined;
  kind?: Build['kind'] | undefined;
  limit?: number | undefined;
}

/** The listed builds, and those that cannot be shown. */
export interface Listed {
  builds: Build[];
  /** Those that match, without forgotten and damaged ones; ignores the limit. */
  total: number;
  /** The rows of builds that match, or are forgotten in a small history, and are damaged. */
  damaged: number[];
}

/**
 * Lists builds, newest first, without forgotten ones. Throws `Damage` if an index disagrees with its table. `withoutIndexes`: it may, and is not used.
 */
export async function listBuilds(
  db: Kysely<Tables>,
  filter: HistoryFilter,
  withoutIndexes = false,
): Promise<Listed> {
  const project = filter.project === undefined ? null : await projectRow(db, filter.project);
  if (!withoutIndexes && (await isSmall(db))) await mustAgree(db, project);
  // SQLite uses no index for `+column` (https://sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_).
  const indexed = <T>(column: 'started_at' | 'project_id' | 'id') =>
    withoutIndexes ? sql<T>`+${sql.ref(column)}` : sql<T>`${sql.ref(column)}`;
  let wanted = db.selectFrom('builds').where('forgotten_at', 'is', null);
  if (project !== null) wanted = wanted.where(indexed<number>('project_id'), '=', project);
  if (filter.subject !== undefined) wanted = wanted.where('subject', '=', filter.subject);
  if (filter.kind !== undefined) wanted = wanted.where('kind', '=', filter.kind);
  const { total } = await wanted
    .select((value) => value.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = wanted.select('id').orderBy(indexed('started_at'), 'desc').orderBy(indexed('id'), 'desc');
  if (filter.limit !== undefined) page = page.limit(filter.limit);
  const shown = await decodeRows(db, await page.execute(), withoutIndexes);
  return {
    builds: shown.builds,
    total: total - shown.damaged.length,
    damaged: [...new Set([...shown.damaged, ...(await damagedForgotten(db, withoutIndexes))])],
  };
}

/** In a small history: damaged builds that are marked as forgotten, perhaps by the damage. */
export async function damagedForgotten(db: Kysely<Tables>, withoutIndexes: boolean): Promise<number[]> {
  if (!(await isSmall(db))) return [];
  const forgotten = await db
    .selectFrom('builds')
    .where('forgotten_at', 'is not', null)
    .select('id')
    .execute();
  return (await decodeRows(db, forgotten, withoutIndexes)).damaged;
}

/** One build by its row, even if it is forgotten. `build` is null: it is damaged or gone. null: there never was one. */
export async function findBuild(
  db: Kysely<Tables>,
  row: number,
): Promise<{ build: Build | null; programId: number | null; forgotten: boolean } | null> {
  const [stored] = await readStoredBuilds(db, [row]);
  if (!stored) {
    return (await missingBuilds(db)).includes(row)
      ? { build: null, programId: null, forgotten: false }
      : null;
  }
  const { program_id: programId, forgotten_at } = stored.build;
  return { build: decodeBuild(stored), programId, forgotten: forgotten_at !== null };
}

/** Decodes rows. Throws `Damage` if one is not there, unless `mayBeLost`. */
async function decodeRows(
  db: Kysely<Tables>,
  rows: readonly { id: number }[],
  mayBeLost: boolean,
): Promise<{ builds: Build[]; damaged: number[] }> {
  const builds: Build[] = [];
  const damaged = new Set(rows.map(({ id }) => id));
  const found = await readStoredBuilds(db, [...damaged]);
  if (found.length < damaged.size && !mayBeLost) throw new Damage('a row is not where its number says');
  for (const stored of found) {
    const decoded = decodeBuild(stored);
    if (!decoded) continue;
    builds.push(decoded);
    damaged.delete(stored.build.id);
  }
  return { builds, damaged: [...damaged] };
}

/** The row of a project; -1 if there is none. Without the index, which may be damaged; there are few projects. */
export async function projectRow(db: Kysely<Tables>, path: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM projects NOT INDEXED WHERE path = ${path}`.execute(db);
  return rows[0]?.id ?? -1;
}

/** Go version → when a build last ran here with it (ISO 8601); recorded files do not count. */
export async function lastBuilds(db: Kysely<Tables>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('builds')
    .where('status', '<>', 'recorded')
    .where('go_version', 'is not', null)
    // A damaged time must not hide the others.
    .where(sql<boolean>`datetime(started_at) IS NOT NULL`)
    .groupBy('go_version')
    .select((value) => ['go_version', value.fn.max('started_at').as('last')])
    .execute();
  return new Map(rows.map(({ go_version, last }) => [go_version ?? '', last]));
}
