import { z } from 'zod';
import { base } from './base.ts';

/** Kept in `settings.json` in Burrow's home, so that every host shows the same. */
export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  language: z.enum(['system', 'en', 'zh-CN']).default('system'),
});
export type Settings = z.infer<typeof settings>;

export const settingsContract = {
  get: base.output(settings),
  /** Changes what is given, keeps the rest. */
  set: base
    .input(
      z
        .object({ theme: settings.shape.theme.unwrap(), language: settings.shape.language.unwrap() })
        .partial(),
    )
    .output(settings),
};
