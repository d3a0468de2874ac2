import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '#contract/locale';
import type { Texts } from './texts.ts';

const texts = createInstance();

/** Each language is loaded when it is first used. */
const load: Record<Locale, () => Promise<Texts>> = {
  en: async () => (await import('./en.ts')).en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
};

/** Initializes i18next with a language. */
export async function startTexts(locale: Locale): Promise<void> {
  await texts.use(initReactI18next).init({
    lng: locale,
    // No language has missing keys: they would not compile.
    fallbackLng: false,
    resources: { [locale]: { translation: await load[locale]() } },
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = locale;
}

/** Changes the language of the app and the document. */
export async function changeLanguage(locale: Locale): Promise<void> {
  if (!texts.hasResourceBundle(locale, 'translation')) {
    texts.addResourceBundle(locale, 'translation', await load[locale]());
  }
  if (texts.language !== locale) await texts.changeLanguage(locale);
  document.documentElement.lang = locale;
}
