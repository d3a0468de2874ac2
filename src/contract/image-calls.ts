import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base } from './base.ts';
import { imageContents } from './image-contents.ts';

/** How far the reading of an image is. */
export const imageReadProgress = z.object({
  /** Of the archive, as stored; 0: an engine is still preparing it. */
  bytesRead: z.number(),
  /** null: not known, as for engines. */
  totalBytes: z.number().nullable(),
  /** Entries of layers. */
  entries: z.number().int(),
});
export type ImageReadProgress = z.infer<typeof imageReadProgress>;

/** `b12`, `B12` or `12` of a recorded image. */
const id = z.object({ id: z.string() });

/**
 * An image: of the history (`b12`); of an engine by name, digest or id (`shop:1`); or in an archive or a folder, by a path that begins
 * with `.`, `/` or `~`; `#shop:1` after it names one of several. `platform`: `linux/arm64`; without it that of this machine, else
 * the only one.
 */
export const imageSource = z.object({ source: z.string(), platform: z.string().optional() });

/** Recorded images, and reading of others. */
export const imageCallsContract = {
  /** What was read of a recorded image; null: nothing was. Failures: image.contents-damaged. */
  contents: base.input(id).output(z.object({ contents: imageContents.nullable() })),
  /**
   * The entries of its layers, lowest first, as a text that `layersOf` in layer-entries.ts reads: a transport visits
   * values one by one, which takes 200 ms for 100,000 entries. Without contents: no layers. Failures:
   * image.contents-damaged, image.layer-damaged.
   */
  entries: base.input(id).output(z.object({ layersJson: z.string() })),
  /** Reads an image, without recording it; of a recorded one, what was read then. null: its files cannot be read any more. */
  read: base
    .input(imageSource)
    .output(eventIterator(imageReadProgress, z.object({ contents: imageContents.nullable() }))),
  /**
   * Adds the image to the history, under the folder `project` if given. The same image of the same name and platform is recorded once:
   * then `already` is true, and what was read is added to the build that is there. `read`: also its files (true).
   */
  record: base
    .input(imageSource.extend({ project: z.string().optional(), read: z.boolean().optional() }))
    .output(eventIterator(imageReadProgress, z.object({ id: z.string(), already: z.boolean() }))),
};
