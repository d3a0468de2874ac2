import type { Locale } from '#contract/locale';

/** Joins sentences, with a space in between except in Chinese. */
export function sentences(parts: readonly string[], locale: Locale): string {
  return parts.join(locale === 'zh-CN' ? '' : ' ');
}
