import { type Kysely, type Selectable, sql } from 'kysely';
import { isSoundProject, type ProjectState, sealOfProject } from './seals.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** A folder that was opened in Burrow, built in, or for which a Go was chosen. */
export interface KnownProject {
  path: string;
  /** ISO 8601. */
  lastUsedAt: string;
  /** The number of its builds, without forgotten ones. */
  builds: number;
}

/** Adds a folder to the list, or moves it to the top; returns its row. `now` is ISO 8601. */
export function putProject(db: Kysely<Tables>, path: string, now: string): Promise<number> {
  return putProjectAs(db, { path, last_used_at: now, listed: 1 });
}

/** Adds a folder with these values, or gives it these values; returns its row. */
export async function putProjectAs(db: Kysely<Tables>, state: ProjectState): Promise<number> {
  const { path, ...rest } = state;
  const values = { ...rest, seal: sealOfProject(state) };
  const { id } = await db
    .insertInto('projects')
    .values({ path, ...values })
    .onConflict((conflict) => conflict.column('path').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Removes a folder from the list and keeps its builds. false: it was not on the list. */
export async function dropProject(db: Kysely<Tables>, path: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const project = await tx
      .updateTable('projects')
      .set({ listed: 0 })
      .where('path', '=', path)
      .where('listed', '=', 1)
      .returningAll()
      .executeTakeFirst();
    if (!project) return false;
    const seal = sealOfProject(project);
    await tx.updateTable('projects').set({ seal }).where('id', '=', project.id).execute();
    return true;
  });
}

/** The folders on the list, last used first, without damaged rows. */
export async function knownProjects(db: Kysely<Tables>): Promise<KnownProject[]> {
  const rows = await allProjects(db);
  const builds = await db
    .selectFrom('builds')
    .where('forgotten_at', 'is', null)
    .groupBy('project_id')
    .select((value) => ['project_id', value.fn.countAll<number>().as('count')])
    .execute();
  const counts = new Map(builds.map(({ project_id, count }) => [project_id, count]));
  return rows
    .filter((row) => isSoundProject(row) && row.listed === 1)
    .toSorted((a, b) =>
      a.last_used_at < b.last_used_at ? 1 : a.last_used_at > b.last_used_at ? -1 : b.id - a.id,
    )
    .map(({ id, path, last_used_at }) => ({ path, lastUsedAt: last_used_at, builds: counts.get(id) ?? 0 }));
}

/** The values of all projects whose rows are not damaged, also of those that are not on the list. */
export async function soundProjects(db: Kysely<Tables>): Promise<ProjectState[]> {
  return (await allProjects(db))
    .filter(isSoundProject)
    .map(({ path, last_used_at, listed }) => ({ path, last_used_at, listed }));
}

/** The number of projects whose rows are damaged; their builds are damaged as well. */
export async function damagedProjects(db: Kysely<Tables>): Promise<number> {
  return (await allProjects(db)).filter((row) => !isSoundProject(row)).length;
}

async function allProjects(db: Kysely<Tables>): Promise<Selectable<Tables['projects']>[]> {
  const { rows } = await sql<Selectable<Tables['projects']>>`SELECT * FROM projects NOT INDEXED`.execute(db);
  return rows;
}
