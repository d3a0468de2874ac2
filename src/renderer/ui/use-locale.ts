import { useTranslation } from 'react-i18next';
import type { Locale } from '#contract/locale';

/** The language on screen now; numbers and dates follow it. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
}
