import { z } from 'zod';
import { base } from './base.ts';

/** The values of each setting, as users write them; the default first. */
export const settingWords = {
  theme: ['system', 'light', 'dark'],
  language: ['system', 'en', 'zh-CN'],
  installMissing: ['off', 'on'],
} as const;
/** The settings that have such words; the others belong to pages of the app. */
export type SettingName = keyof typeof settingWords;

/** A filter of the list of builds that a person has named. */
export const savedFilter = z.object({
  name: z.string().min(1).max(80),
  /** The search parameters of the page's address, without the project. */
  search: z.record(z.string().max(20), z.string().max(300)),
});
export type SavedFilter = z.infer<typeof savedFilter>;

/** Stored in `settings.json` in Burrow's home and shared by all hosts. */
export const settings = z.object({
  theme: z.enum(settingWords.theme).default('system'),
  language: z.enum(settingWords.language).default('system'),
  /** Whether the shim, `exec` and builds install a pinned version that is missing. */
  installMissing: z.boolean().default(false),
  savedFilters: z.array(savedFilter).max(100).default([]),
  /** The columns of the list of builds; null: the default ones. */
  buildColumns: z.array(z.string().max(20)).max(40).nullable().default(null),
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
          savedFilters: settings.shape.savedFilters.unwrap(),
          buildColumns: settings.shape.buildColumns.unwrap(),
        })
        .partial(),
    )
    .output(settings),
};
