import type { GoneToolchain } from './gone-toolchain.ts';
import type { Locale } from './locale.ts';
import { en } from './words/en.ts';
import { zhCN } from './words/zh-CN.ts';

/** Describes what happened to an adopted toolchain that is gone, and what is there now. */
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
