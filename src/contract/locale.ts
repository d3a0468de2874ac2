/** The languages Burrow speaks, as BCP 47 tags. Both are complete: a text missing in one does not compile. */
export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** Picks a language from tags such as `zh_CN.UTF-8`, `zh-Hans-CN` or `en-GB`, the first wish first. */
export function chooseLocale(wishes: readonly (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    if (!wish) continue;
    if (/^zh\b|^zh_/i.test(wish)) return 'zh-CN';
    if (/^en\b|^en_/i.test(wish)) return 'en';
  }
  return 'en';
}
