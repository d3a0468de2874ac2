import { z } from 'zod';
import { base } from './base.ts';
import { editorNames } from './editor-names.ts';

export const desktopContract = {
  /** The editors that were found, in the order in which they are taken, and whether there is a terminal to open. */
  programs: base.output(z.object({ editors: z.array(z.enum(editorNames)), terminal: z.boolean() })),
  /**
   * Opens a folder in the editor of the settings, or the first found, and in it a file at a line (from 1). `file` is
   * relative to `dir` unless it is absolute. Returns once the editor was started. Failures: folder.not-found,
   * file.not-found, desktop.no-editor, desktop.not-started.
   */
  openEditor: base
    .input(
      z.object({
        dir: z.string(),
        file: z.string().optional(),
        line: z.number().int().positive().optional(),
        column: z.number().int().positive().optional(),
      }),
    )
    .output(z.object({ editor: z.enum(editorNames) })),
  /** Opens a terminal in a folder. Failures: folder.not-found, desktop.no-terminal, desktop.not-started. */
  openTerminal: base.input(z.object({ dir: z.string() })).output(z.object({})),
};
