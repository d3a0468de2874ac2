import { z } from 'zod';

/** A constant path that points to the GOROOT of a folder, for the settings of an editor. */
export const editorLink = z.object({
  folder: z.string(),
  path: z.string(),
  /** Where it points; null while the folder has no Go, and then `path` does not exist. */
  goroot: z.string().nullable(),
  version: z.string().nullable(),
});
export type EditorLink = z.infer<typeof editorLink>;
