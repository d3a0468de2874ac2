import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import type { Locale } from '#contract/locale';
import { formatDay } from '#contract/units';
import { useLocale } from '#ui/use-locale.ts';

/** Of a recorded program, what it says itself about when it was built: `commit of 8 Feb 2025`; null: nothing. */
export function builtAtWords({ builtAt }: Build, t: TFunction, locale: Locale): string | null {
  return builtAt && t(`program.builtAt.${builtAt.from}`, { day: formatDay(builtAt.at, locale) });
}

/** The same as an element. */
export function BuiltAt({ build, className }: { build: Build; className?: string }): ReactElement | null {
  const { t } = useTranslation();
  const words = builtAtWords(build, t, useLocale());
  return words === null ? null : <span className={className}>{words}</span>;
}
