/** The supported languages, as BCP 47 tags. Both are complete: a text missing in one does not compile. */
export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** The language of a tag such as `zh_CN.UTF-8`, `zh-Hans-CN` or `en-GB`; undefined if it is not supported. */
function supported(tag: string): Locale | undefined {
  const language = /^[a-z]+/i.exec(tag)?.[0].toLowerCase();
  return locales.find((locale) => locale.slice(0, 2) === language);
}

/** Whether the language of a tag is supported. */
export function isSupported(tag: string): boolean {
  return supported(tag) !== undefined;
}

/** Picks the first supported language from tags in order of preference; otherwise English. */
export function chooseLocale(preferred: readonly (string | null | undefined)[]): Locale {
  for (const tag of preferred) {
    const locale = tag ? supported(tag) : undefined;
    if (locale) return locale;
  }
  return 'en';
}
