/** The languages Burrow speaks, as BCP 47 tags. Both are complete: a text missing in one does not compile. */
export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** The language of a tag such as `zh_CN.UTF-8`, `zh-Hans-CN` or `en-GB`; undefined when Burrow does not speak it. */
function spoken(tag: string): Locale | undefined {
  const language = /^[a-z]+/i.exec(tag)?.[0].toLowerCase();
  return locales.find((locale) => locale.slice(0, 2) === language);
}

/** Whether Burrow speaks the language of a tag. */
export function isSpoken(tag: string): boolean {
  return spoken(tag) !== undefined;
}

/** Picks a language from tags, the first wish first; English when none can be met. */
export function chooseLocale(wishes: readonly (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const locale = wish ? spoken(wish) : undefined;
    if (locale) return locale;
  }
  return 'en';
}
