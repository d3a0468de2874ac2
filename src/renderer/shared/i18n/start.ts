import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '#contract/locale';
import type { FirstTexts, PageTexts } from './texts.ts';

const texts = createInstance();
const namespace = 'translation';

/** Each language is loaded when it is first used: for the first page at once, for the others with one of them. */
const load: Record<Locale, { first: () => Promise<FirstTexts>; pages: () => Promise<PageTexts> }> = {
  en: {
    first: async () => (await import('./en/first.ts')).first,
    pages: async () => (await import('./en/pages.ts')).pages,
  },
  'zh-CN': {
    first: async () => (await import('./zh-CN/first.ts')).first,
    pages: async () => (await import('./zh-CN/pages.ts')).pages,
  },
};
let arePagesWanted = false;
let started: Promise<void> | undefined;

/** Initializes i18next with the texts of the first page in a language, once. */
export function startTexts(locale: Locale): Promise<void> {
  started ??= start(locale);
  return started;
}

async function start(locale: Locale): Promise<void> {
  await texts.use(initReactI18next).init({
    lng: locale,
    // No language has missing keys: they would not compile.
    fallbackLng: false,
    resources: { [locale]: { [namespace]: await load[locale].first() } },
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = locale;
}

/**
 * Loads the texts of the pages other than the first, in the language in use and in each that is chosen later. A page may
 * ask for them before the first ones are there.
 */
export async function loadPageTexts(): Promise<void> {
  arePagesWanted = true;
  await started;
  await addPageTexts(texts.language as Locale);
}

/** Changes the language of the app and the document. */
export async function changeLanguage(locale: Locale): Promise<void> {
  if (!texts.hasResourceBundle(locale, namespace)) {
    texts.addResourceBundle(locale, namespace, await load[locale].first());
  }
  if (arePagesWanted) await addPageTexts(locale);
  if (texts.language !== locale) await texts.changeLanguage(locale);
  document.documentElement.lang = locale;
}

async function addPageTexts(locale: Locale): Promise<void> {
  // Pages and the first page have no group of texts in common.
  texts.addResourceBundle(locale, namespace, await load[locale].pages(), true);
}
