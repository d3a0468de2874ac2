import { z } from 'zod';

/** What a file was, to make it that again. Times are ms since the epoch. */
const kept = z.object({
  sha256: z.string(),
  mode: z.number().int(),
  uid: z.number().int(),
  gid: z.number().int(),
  atimeMs: z.number(),
  mtimeMs: z.number(),
});
export type Kept = z.infer<typeof kept>;

/** A change of one file. The bytes stand beside the entry, in `<number>.before` and `<number>.after`. */
const change = z.object({
  path: z.string(),
  /** The file that was changed, behind links. */
  target: z.string(),
  shells: z.array(z.string()),
  /** null: there was no file. */
  before: kept.nullable(),
  /** null: there is no file any more. `sha256` of the bytes. */
  after: z.string().nullable(),
  /** What was inserted and what it took the place of, as Latin-1; null: it is a whole file that was put back. */
  splice: z.object({ at: z.number().int(), removed: z.string(), inserted: z.string() }).nullable(),
  /** The lines that were commented out, numbered as they then were, as Latin-1; empty: it is no such change. */
  off: z.array(z.object({ line: z.number().int(), text: z.string() })).default([]),
  /** Folders that were made for the file, outermost first. */
  folders: z.array(z.string()),
  /** The change that this one undid; null: it is no undo. */
  undoes: z.object({ entry: z.string(), change: z.number().int() }).nullable(),
});
export type Change = z.infer<typeof change>;

/** One run of `apply` or `undo`. Written before the first file is touched, and so also there after a kill. */
export const entry = z.object({
  version: z.literal(1),
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(['apply', 'undo']),
  changes: z.array(change),
});
export type Entry = z.infer<typeof entry>;
