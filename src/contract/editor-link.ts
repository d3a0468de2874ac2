import { z } from 'zod';

/** A path that stays the same and leads to the GOROOT that a folder gets, to be named in an editor's settings. */
export const editorLink = z.object({
  folder: z.string(),
  path: z.string(),
  /** Where it leads; null while the folder gets no Go, and then nothing stands at `path`. */
  goroot: z.string().nullable(),
  version: z.string().nullable(),
});
export type EditorLink = z.infer<typeof editorLink>;
