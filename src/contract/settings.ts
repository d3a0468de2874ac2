import { z } from 'zod';
import { base, failureData } from './base.ts';
import { mirrorNames } from './mirror-names.ts';
import { editorNames } from './editor-names.ts';

/** The values of each setting, as users write them; the default first. `source` may also be an address. */
export const settingWords = {
  theme: ['system', 'light', 'dark'],
  language: ['system', 'en', 'zh-CN'],
  installMissing: ['off', 'on'],
  source: ['auto', 'official', 'proxy', ...mirrorNames],
  singleKeys: ['on', 'off'],
  editor: ['auto', ...editorNames],
  tray: ['on', 'off'],
  notifications: ['on', 'off'],
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

/** Without a user and a password, which settings would show; those belong into the file `.netrc`. */
const sourceAddress = z.string().regex(/^https?:\/\/[^\s@]+$/);

/** Whether `source` may have this value. */
export function isSourceSetting(value: string): boolean {
  return sourceSetting.safeParse(value).success;
}

const sourceSetting = z.union([z.enum(settingWords.source), sourceAddress]);

/** Stored in `settings.json` in Burrow's home and shared by all hosts; `defaultSettings` has what is missing there. */
export const settings = z.object({
  theme: z.enum(settingWords.theme),
  language: z.enum(settingWords.language),
  /** Whether the shim, `exec` and builds install a pinned version that is missing. */
  installMissing: z.boolean(),
  savedFilters: z.array(savedFilter).max(100),
  /** The columns of the list of builds; null: the default ones. */
  buildColumns: z.array(z.string().max(20)).max(40).nullable(),
  /** Where toolchains are installed from when the request does not say; the address is a mirror's or a module proxy's. */
  source: sourceSetting,
  /** Whether the app has shortcuts of a single character, which speech input can set off (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  /** Where projects and the errors of builds are opened; `auto`: the first editor that is found. */
  editor: z.enum(settingWords.editor),
  /** The address of the container engine to read images from; `auto`: as Docker's context says, else the first that answers. */
  engine: z.string().min(1).max(500),
  /** Whether the app has an icon in the menu bar or notification area. */
  tray: z.boolean(),
  /** Whether a long build or install that ends while nobody looks is announced. A browser must be allowed to, too. */
  notifications: z.boolean(),
});
export type Settings = z.infer<typeof settings>;

export const settingsContract = {
  get: base.output(settings),
  /** Changes the settings given and keeps the others. `warning`: settings.kept-aside; null: nothing is to be told. */
  set: base.input(settings.partial()).output(settings.extend({ warning: failureData.nullable() })),
};
