import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A folder that was opened in Burrow, built in, or for which a Go was chosen. */
export interface KnownProject {
  path: string;
  /** ISO 8601. */
  lastUsedAt: string;
  /** The number of its builds, without forgotten ones. */
  builds: number;
}

/** Adds a folder to the list, or moves it to the top; returns its row. `now` is ISO 8601. */
export async function putProject(db: Kysely<Tables>, path: string, now: string): Promise<number> {
  const { id } = await db
    .insertInto('projects')
    .values({ path, last_used_at: now, listed: 1 })
    .onConflict((conflict) => conflict.column('path').doUpdateSet({ last_used_at: now, listed: 1 }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Removes a folder from the list and keeps its builds. false: it was not on the list. */
export async function dropProject(db: Kysely<Tables>, path: string): Promise<boolean> {
  const result = await db
    .updateTable('projects')
    .set({ listed: 0 })
    .where('path', '=', path)
    .where('listed', '=', 1)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The folders on the list, last used first. */
export async function knownProjects(db: Kysely<Tables>): Promise<KnownProject[]> {
  return await db
    .selectFrom('projects')
    .leftJoin('builds', (join) =>
      join.onRef('builds.project_id', '=', 'projects.id').on('builds.forgotten_at', 'is', null),
    )
    .where('listed', '=', 1)
    .groupBy('projects.id')
    .orderBy('last_used_at', 'desc')
    .orderBy('projects.id', 'desc')
    .select((value) => [
      'path',
      'last_used_at as lastUsedAt',
      value.fn.count<number>('builds.id').as('builds'),
    ])
    .execute();
}
