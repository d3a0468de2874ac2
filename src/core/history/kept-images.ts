import type { Kysely } from 'kysely';
import type { Build } from '#contract/build';
import type { ImageContents, ImageProgram } from '#contract/image-contents';
import type { ImageFacts } from '#contract/images';
import type { Connection } from './opening/index.ts';
import {
  buildId,
  findImage,
  getImageContents,
  getImageLayers,
  inTransaction,
  markForgotten,
  keepImage,
  linkedToBuilds,
  maskedRecord,
  putBuild,
} from './rows/index.ts';
import type { BuildRecord, KeptLayer, ReadImage, Tables, WantedImage } from './rows/index.ts';

/** The build of an image. */
export type ImageRecord = BuildRecord & { image: ImageFacts };

/**
 * What was read of images. Methods that take the id of a build fail as those of `History` that do, and with
 * image.contents-damaged.
 */
export interface KeptImages {
  /** The newest build of this image under this name, for this project if one is given (an absolute path); null: none. */
  findImage(wanted: WantedImage): Promise<string | null>;
  /**
   * Adds the build of an image, unless `findImage` finds it, in one transaction: of several recordings at once, one adds it. One that
   * was forgotten is restored instead (`already` is true), so that undoing the forgetting does not make two.
   * Keeps what was read of it, secrets masked, in the place of what was read before.
   */
  recordImage(record: ImageRecord, read: ReadImage | null): Promise<{ id: string; already: boolean }>;
  /** null: nothing was read of it. `build` of its programs is the newest build of the same file. */
  imageContents(id: string): Promise<ImageContents | null>;
  /** These programs of an image with `build` and `buildBy` as `imageContents` has them. */
  linkedPrograms(programs: readonly ImageProgram[]): Promise<ImageProgram[]>;
  /** The layers that were read, each once, in no order; with `diffIds`, those of them that the image has. */
  imageLayers(id: string, diffIds?: readonly string[]): Promise<KeptLayer[]>;
}

/** `change` writes, and `find` finds the row of a build. */
export function keptImages(
  history: Connection,
  change: <T>(work: (db: Kysely<Tables>, now: string) => Promise<T>) => Promise<T>,
  find: (db: Kysely<Tables>, id: string, includeForgotten: boolean) => Promise<{ row: number; build: Build }>,
): KeptImages {
  return {
    findImage: (wanted) => history.read(({ db }) => findImage(db, wanted)),
    recordImage: (record, read) =>
      change((db, now) =>
        inTransaction(db, async (tx) => {
          const wanted = { ...record.image, project: record.project ?? undefined };
          const known = await findImage(tx, wanted, { forgotten: true });
          const row = known
            ? (await find(tx, known, true)).row
            : await putBuild(tx, maskedRecord(record), now);
          if (known) await markForgotten(tx, row, null);
          if (read) await keepImage(tx, row, read);
          return { id: buildId(row), already: known !== null };
        }),
      ),
    imageContents: (id) =>
      history.read(async ({ db }) => getImageContents(db, (await find(db, id, false)).row)),
    linkedPrograms: (programs) => history.read(({ db }) => linkedToBuilds(db, programs)),
    imageLayers: (id, diffIds) =>
      history.read(async ({ db }) => getImageLayers(db, (await find(db, id, false)).row, diffIds)),
  };
}
