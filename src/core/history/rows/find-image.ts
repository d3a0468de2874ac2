import type { Kysely } from 'kysely';
import type { ImageFacts } from '#contract/images';
import { isSoundBuild } from './seals.ts';
import { buildId } from './record.ts';
import { readStoredBuilds } from './stored.ts';
import type { Tables } from './tables.ts';

/** An image under a name; `project`: an absolute path. Without one, of any project. */
export type WantedImage = Pick<ImageFacts, 'id' | 'ref' | 'platform'> & { project?: string | undefined };

/**
 * The newest build of this image under this name, without damaged ones; null: there is none. One that was forgotten is found with
 * `forgotten`, if no other is.
 */
export async function findImage(
  db: Kysely<Tables>,
  wanted: WantedImage,
  { forgotten = false } = {},
): Promise<string | null> {
  const rows = await db
    .selectFrom('images')
    .innerJoin('builds', 'builds.id', 'images.build_id')
    .where('config_digest', '=', wanted.id)
    .where('ref', '=', wanted.ref)
    .where('platform', '=', wanted.platform)
    .orderBy('builds.id', 'desc')
    .select(['builds.id', 'forgotten_at'])
    .execute();
  const kept = rows.filter((row) => row.forgotten_at === null);
  const others = forgotten ? rows.filter((row) => row.forgotten_at !== null) : [];
  const stored = await readStoredBuilds(
    db,
    [...kept, ...others].map(({ id }) => id),
  );
  const found = stored.find(
    (each) => isSoundBuild(each) && (wanted.project === undefined || each.project === wanted.project),
  );
  return found ? buildId(found.build.id) : null;
}
