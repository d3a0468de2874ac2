import { z } from 'zod';
import { base } from './base.ts';

/** The values of each setting, as users write them; the default first. */
export const settingWords = {
  theme: ['system', 'light', 'dark'],
  language: ['system', 'en', 'zh-CN'],
  installMissing: ['off', 'on'],
  tray: ['on', 'off'],
  notifications: ['on', 'off'],
} as const;

/** Stored in `settings.json` in Burrow's home and shared by all hosts. */
export const settings = z.object({
  theme: z.enum(settingWords.theme).default('system'),
  language: z.enum(settingWords.language).default('system'),
  /** Whether the shim, `exec` and builds install a pinned version that is missing. */
  installMissing: z.boolean().default(false),
  /** Whether the app has an icon in the menu bar or notification area. */
  tray: z.boolean().default(true),
  /** Whether a long build or install that ends while nobody looks is announced. A browser must be allowed to, too. */
  notifications: z.boolean().default(true),
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
          tray: settings.shape.tray.unwrap(),
          notifications: settings.shape.notifications.unwrap(),
        })
        .partial(),
    )
    .output(settings),
};
