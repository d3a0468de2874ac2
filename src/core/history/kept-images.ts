import type { Kysely } from 'kysely';
import type { Build } from '#contract/build';
import type { ImageContents } from '#contract/image-contents';
import type { Connection } from './opening/index.ts';
import { findImage, getImageContents, getImageLayers, inTransaction, keepImage } from './rows/index.ts';
import type { KeptLayer, ReadImage, Tables, WantedImage } from './rows/index.ts';

/**
 * What was read of images. Every method takes the id of a build and fails as those of `History` that do, and with
 * image.contents-damaged.
 */
export interface KeptImages {
  /** The newest build of this image under this name, for this project if one is given (an absolute path); null: none. */
  findImage(wanted: WantedImage): Promise<string | null>;
  /** Keeps what was read of an image, secrets masked, in the place of what was read before. */
  keepImage(id: string, read: ReadImage): Promise<void>;
  /** null: nothing was read of it. `build` of its programs is the newest build of the same file. */
  imageContents(id: string): Promise<ImageContents | null>;
  /** The layers that were read, each once, in no order; with `diffIds`, those of them that the image has. */
  imageLayers(id: string, diffIds?: readonly string[]): Promise<KeptLayer[]>;
}

/** `change` writes, and `find` finds the row of a build. */
export function keptImages(
  history: Connection,
  change: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>,
  find: (db: Kysely<Tables>, id: string, includeForgotten: boolean) => Promise<{ row: number; build: Build }>,
): KeptImages {
  return {
    findImage: (wanted) => history.read(({ db }) => findImage(db, wanted)),
    keepImage: (id, read) =>
      change(async (db) => {
        const { row } = await find(db, id, false);
        await inTransaction(db, (tx) => keepImage(tx, row, read));
      }),
    imageContents: (id) =>
      history.read(async ({ db }) => getImageContents(db, (await find(db, id, false)).row)),
    imageLayers: (id, diffIds) =>
      history.read(async ({ db }) => getImageLayers(db, (await find(db, id, false)).row, diffIds)),
  };
}
