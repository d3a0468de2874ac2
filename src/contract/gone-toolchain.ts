import { z } from 'zod';
import type { Locale } from './locale.ts';
import { goManager } from './toolchains.ts';
import { en } from './words/en.ts';
import { zhCN } from './words/zh-CN.ts';

/** The adopted toolchain that would run, had its owner not removed it or replaced it by another version. */
export const goneToolchain = z.object({
  version: z.string(),
  /** The GOROOT it was adopted from. */
  from: z.string(),
  manager: goManager,
  /** What its owner has there now; null: nothing that runs on this machine. */
  now: z
    .object({
      version: z.string(),
      /** Its GOROOT; equal to `from` if the version there was replaced. */
      path: z.string(),
      /** It is not one of Burrow's toolchains yet. */
      adopt: z.boolean(),
      /** It satisfies what is wanted, so that adopting it is enough. */
      satisfies: z.boolean(),
    })
    .nullable(),
  /** The shell commands that make `now` run, in order; none if there is nothing, or if Burrow does not write the pin. */
  commands: z.array(z.string()),
});
export type GoneToolchain = z.infer<typeof goneToolchain>;

/** Says what became of it, and what is there now. */
export const describeGone: Record<Locale, (gone: GoneToolchain) => string> = {
  en: ({ version, from, manager, now }) => {
    const place = manager === 'other' ? from : `${from} (${en.goManager[manager]})`;
    if (now?.path === from) return `${version} was adopted from ${place}, where ${now.version} is now.`;
    const gone = `${version}, which was adopted from ${place}, is no longer there.`;
    return now ? `${gone} There is ${now.version} now, in ${now.path}.` : gone;
  },
  'zh-CN': ({ version, from, manager, now }) => {
    const place = manager === 'other' ? from : `${from}（${zhCN.goManager[manager]}）`;
    if (now?.path === from) return `${version} 接管自 ${place}，该处现在是 ${now.version}。`;
    const gone = `${version} 接管自 ${place}，现已不存在。`;
    return now ? `${gone}现有 ${now.version}，位于 ${now.path}。` : gone;
  },
};
