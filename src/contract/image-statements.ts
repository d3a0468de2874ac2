import { z } from 'zod';

/** Of the gross change in the direction of the net change, by bytes of files; null: it is not known. */
const percent = z.number().nullable();
const bytes = z.number().int();
/** What happened to all of the files; `mixed`: not the same to all. */
const how = z.enum(['added', 'removed', 'changed', 'mixed']);

/**
 * What may be said about why an image changed, besides the statements on programs. Bytes are those of files as they are
 * stored, whatever the headline counts. Which one is said when: `core/comparison/images/image-rules.ts`.
 */
export const imageStatements = [
  /** The same configuration, and so the same layers. */
  z.object({ kind: z.literal('same-image') }),
  /** Layer by layer the same; `differs`: the instructions whose settings differ, `ENV`. */
  z.object({ kind: z.literal('same-layers'), differs: z.array(z.string()) }),
  /** It is built from another stage of a Dockerfile. */
  z.object({ kind: z.literal('image-stage'), a: z.string(), b: z.string() }),
  /** The layers differ and the files do not: times, or how they are divided into layers. */
  z.object({ kind: z.literal('same-files') }),
  /** All that differs are modes, owners and links. */
  z.object({ kind: z.literal('file-metadata'), files: z.number().int() }),
  /**
   * It is built on another image. The names are those of their distribution or label; null: not known, `scratch`: on
   * nothing. `bytes`: of its lowest layer, if they are known.
   */
  z.object({
    kind: z.literal('base-image'),
    a: z.string().nullable(),
    b: z.string().nullable(),
    bytes: bytes.nullable(),
    percent,
  }),
  z.object({
    kind: z.literal('image-file'),
    path: z.string(),
    how: z.enum(['added', 'removed', 'changed']),
    /** By how much it is larger in the final file system. */
    bytes,
    /** It is also stored in a lower layer, in B (more bytes) or no more (less); `step`: what stored it again. */
    again: z.object({ step: z.string().nullable(), bytes }).nullable(),
    percent,
  }),
  /** Files of a folder together. */
  z.object({
    kind: z.literal('image-folder'),
    path: z.string(),
    how,
    files: z.number().int(),
    bytes,
    percent,
  }),
  /** Files differ, and none is larger or smaller. */
  z.object({ kind: z.literal('files-differ'), files: z.number().int(), first: z.string() }),
  /** Stored in a layer, and removed or replaced by a layer above: in B (more bytes), or no more (less). */
  z.object({
    kind: z.literal('hidden-file'),
    path: z.string(),
    step: z.string().nullable(),
    bytes,
    percent,
  }),
  /** Files of A that a later step of B removes, and that B still stores. `step`: null: several, or not known. */
  z.object({
    kind: z.literal('still-stored'),
    files: z.number().int(),
    step: z.string().nullable(),
    bytes,
  }),
  /** Packages of the distribution. `first`: the one that matters most, with its versions. */
  z.object({
    kind: z.literal('distribution-packages'),
    added: z.number().int(),
    removed: z.number().int(),
    changed: z.number().int(),
    first: z.object({ name: z.string(), a: z.string().nullable(), b: z.string().nullable() }),
  }),
  /** Which files differ is not known, since this side was not read. */
  z.object({ kind: z.literal('files-unread'), side: z.enum(['a', 'b', 'both']) }),
] as const;
