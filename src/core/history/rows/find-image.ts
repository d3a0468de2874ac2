import type { Kysely } from 'kysely';
import type { ImageFacts } from '#contract/images';
import { isSoundBuild } from './seals.ts';
import { buildId } from './record.ts';
import { readStoredBuilds } from './stored.ts';
import type { Tables } from './tables.ts';

/** An image under a name; `project`: an absolute path. Without one, of any project. */
export type WantedImage = Pick<ImageFacts, 'id' | 'ref' | 'platform'> & { project?: string | undefined };

/** The newest build of this image under this name, without forgotten and damaged ones; null: there is none. */
export async function findImage(db: Kysely<Tables>, wanted: WantedImage): Promise<string | null> {
  const rows = await db
    .selectFrom('images')
    .innerJoin('builds', 'builds.id', 'images.build_id')
    .where('config_digest', '=', wanted.id)
    .where('ref', '=', wanted.ref)
    .where('platform', '=', wanted.platform)
    .where('forgotten_at', 'is', null)
    .orderBy('builds.id', 'desc')
    .select('builds.id')
    .execute();
  const stored = await readStoredBuilds(
    db,
    rows.map(({ id }) => id),
  );
  const found = stored.find(
    (each) => isSoundBuild(each) && (wanted.project === undefined || each.project === wanted.project),
  );
  return found ? buildId(found.build.id) : null;
}
