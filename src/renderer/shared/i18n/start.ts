import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '#contract/locale';
import type { Texts } from './texts.ts';

const texts = createInstance();

/** Each language comes by itself, when it is wanted. */
const load: Record<Locale, () => Promise<Texts>> = {
  en: async () => (await import('./en.ts')).en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
};

/** Starts the texts in a language. */
export async function startTexts(locale: Locale): Promise<void> {
  await texts.use(initReactI18next).init({
    lng: locale,
    // Every language says everything: what is missing does not compile.
    fallbackLng: false,
    resources: { [locale]: { translation: await load[locale]() } },
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = locale;
}

/** Says everything in `locale` from now on, and tells the document. */
export async function speak(locale: Locale): Promise<void> {
  if (!texts.hasResourceBundle(locale, 'translation')) {
    texts.addResourceBundle(locale, 'translation', await load[locale]());
  }
  if (texts.language !== locale) await texts.changeLanguage(locale);
  document.documentElement.lang = locale;
}
