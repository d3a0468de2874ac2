import { z } from 'zod';
import { base } from './base.ts';
import { editorNames } from './editor-names.ts';

/** The values of each setting, as users write them; the default first. */
export const settingWords = {
  theme: ['system', 'light', 'dark'],
  language: ['system', 'en', 'zh-CN'],
  installMissing: ['off', 'on'],
  editor: ['auto', ...editorNames],
} as const;

/** Stored in `settings.json` in Burrow's home and shared by all hosts. */
export const settings = z.object({
  theme: z.enum(settingWords.theme).default('system'),
  language: z.enum(settingWords.language).default('system'),
  /** Whether the shim, `exec` and builds install a pinned version that is missing. */
  installMissing: z.boolean().default(false),
  /** Where projects and the errors of builds are opened; `auto`: the first editor that is found. */
  editor: z.enum(settingWords.editor).default('auto'),
});
export type Settings = z.infer<typeof settings>;

export const settingsContract = {
  get: base.output(settings),
  /** Changes the settings given and keeps the others. */
  set: base
    .input(
      z
        .object({
          theme: settings.shape.theme.unwrap(),
          language: settings.shape.language.unwrap(),
          installMissing: settings.shape.installMissing.unwrap(),
          editor: settings.shape.editor.unwrap(),
        })
        .partial(),
    )
    .output(settings),
};
