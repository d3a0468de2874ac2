import type { TFunction } from 'i18next';
import type { buildKinds, buildStatuses } from '#contract/build-orders';
import type { Locale } from '#contract/locale';
import { formatDay } from '#contract/units';
import type { Choices } from './choices.ts';

/** What a choice in the address says, in the user's words: `7 days ago`. `value` was returned by `readChoices`. */
export function choiceWords(name: keyof Choices, value: string, t: TFunction, locale: Locale): string {
  if (name === 'status') {
    return value
      .split(',')
      .map((status) => t(`builds.status.${status as (typeof buildStatuses)[number]}`))
      .join(locale === 'zh-CN' ? '、' : ', ');
  }
  if (name === 'kind') return t(`builds.kind.${value as (typeof buildKinds)[number]}`);
  if (name === 'since' || name === 'until') return dayWords(value, locale);
  return value;
}

/** `today`, `7 days ago`, `29 Nov 2026`. */
export function dayWords(value: string, locale: Locale): string {
  const ago = /^(\d+)d$/.exec(value);
  if (ago) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Number(ago[1]), 'day');
  return formatDay(`${value}T12:00:00`, locale);
}

/** A choice with the name of its field: `Branch: main`. */
export function chipWords(name: keyof Choices, value: string, t: TFunction, locale: Locale): string {
  if (name === 'pinned') return t('buildList.pinnedOnly');
  if (name === 'sort') return value;
  return t('buildList.chip', {
    field: t(`buildList.field.${name}`),
    value: choiceWords(name, value, t, locale),
  });
}
