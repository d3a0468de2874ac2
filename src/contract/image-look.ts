import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { comparison } from './comparison.ts';
import { imageReadProgress } from './image-calls.ts';
import { imageContents } from './image-contents.ts';
import { imageEntryKinds } from './image-entry-kinds.ts';
import { imageFacts } from './images.ts';
import { locales } from './locale.ts';

/** An entry of a layer. */
export const imageFile = z.object({
  /** `/etc/passwd` */
  path: z.string(),
  kind: z.enum(imageEntryKinds),
  bytes: z.number().int(),
  /** `0755` */
  mode: z.string(),
  /** `0:0` */
  owner: z.string(),
  /** The target of a link. */
  link: z.string().nullable(),
  /** The index of its layer. */
  layer: z.number().int(),
  /** What it does to the layers below. */
  change: z.enum(['added', 'changed', 'removed']),
  /** It is stored, and a layer above hides it. */
  wasted: z.boolean(),
  /** It is a Go program. */
  go: z.boolean(),
});
export type ImageFile = z.infer<typeof imageFile>;

/**
 * Looking at images without recording them. An image is named by the id of its record (`b12`), by a reference (`shop:1`, in the
 * engine or else in the history), or by the absolute path of an archive or folder. What was recorded is not read again.
 */
export const imageLookContract = {
  /**
   * What is known of an image. `facts`: as its engine tells them. `contents`: as Burrow read it; null: it was not read.
   * `filesJson`: with `files`, `ImageFile[]` as JSON, since a transport visits values one by one; else null, and if it was not read.
   */
  look: base
    .input(
      z.object({
        source: z.string(),
        platform: z.string().optional(),
        read: z.boolean().optional(),
        files: z.boolean().optional(),
      }),
    )
    .output(
      eventIterator(
        imageReadProgress,
        z.object({
          facts: imageFacts.nullable(),
          contents: imageContents.nullable(),
          /** The id of its record; null: it is not recorded. */
          record: z.string().nullable(),
          /** Why that record stands for the reference: no engine has it, or none answers. null: it does not. */
          missing: failureData.nullable(),
          filesJson: z.string().nullable(),
        }),
      ),
    ),
  /** Compares two images. `read`: also those of an engine; archives and folders always are. `locale`: with an HTML report. */
  compare: base
    .input(
      z.object({
        a: z.string(),
        b: z.string(),
        platform: z.string().optional(),
        read: z.boolean().optional(),
        locale: z.enum(locales).optional(),
      }),
    )
    .output(eventIterator(imageReadProgress, z.object({ comparison, html: z.string().nullable() }))),
};
