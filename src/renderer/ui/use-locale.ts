import { useTranslation } from 'react-i18next';
import type { Locale } from '#contract/locale';

/** Hook: the current locale, also used for numbers and dates. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
}
