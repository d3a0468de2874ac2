import { z } from 'zod';
import { base } from './base.ts';

/** What each setting may be, as people write it; its default first. */
export const settingWords = {
  theme: ['system', 'light', 'dark'],
  language: ['system', 'en', 'zh-CN'],
  installMissing: ['off', 'on'],
} as const;

/** Kept in `settings.json` in Burrow's home, so that every host shows the same. */
export const settings = z.object({
  theme: z.enum(settingWords.theme).default('system'),
  language: z.enum(settingWords.language).default('system'),
  /** A pinned version that is missing is installed by whatever wants to run it: the shim, `exec`, a build. */
  installMissing: z.boolean().default(false),
});
export type Settings = z.infer<typeof settings>;

export const settingsContract = {
  get: base.output(settings),
  /** Changes what is given, keeps the rest. */
  set: base
    .input(
      z
        .object({
          theme: settings.shape.theme.unwrap(),
          language: settings.shape.language.unwrap(),
          installMissing: settings.shape.installMissing.unwrap(),
        })
        .partial(),
    )
    .output(settings),
};
