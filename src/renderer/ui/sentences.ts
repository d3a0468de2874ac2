import type { Locale } from '#contract/locale';

/** Sentences one after the other: Chinese full stops have their blank in them. */
export function sentences(parts: readonly string[], locale: Locale): string {
  return parts.join(locale === 'zh-CN' ? '' : ' ');
}
