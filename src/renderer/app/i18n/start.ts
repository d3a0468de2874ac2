import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '#contract/locale';
import { en } from './en.ts';

const texts = createInstance();

/** Starts the texts with English at hand; other languages are fetched when they are wanted. */
export async function startTexts(locale: Locale): Promise<void> {
  await texts.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
  });
  await speak(locale);
}

/** Says everything in `locale` from now on, and tells the document. */
export async function speak(locale: Locale): Promise<void> {
  if (locale === 'zh-CN' && !texts.hasResourceBundle('zh-CN', 'translation')) {
    const { zhCN } = await import('./zh-CN.ts');
    texts.addResourceBundle('zh-CN', 'translation', zhCN);
  }
  if (texts.language !== locale) await texts.changeLanguage(locale);
  document.documentElement.lang = locale;
}
