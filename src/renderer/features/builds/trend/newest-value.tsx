import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrendPoint } from '#contract/build-list';
import { Bytes } from '#ui/numbers.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { formatValue, type Measure, valueOf } from './measure.ts';
import { ValueChange } from './value-change.tsx';

/** The value of the newest build, and how it changed since the one before. */
export function NewestValue({
  newest,
  measure,
}: {
  /** The newest builds, oldest first. */
  newest: readonly TrendPoint[];
  measure: Measure;
}): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const [last, before] = [newest.at(-1), newest.at(-2)];
  const value = last ? valueOf(last, measure) : null;
  if (value === null) return null;
  return (
    <>
      {measure === 'size' ? (
        <Bytes value={value} className="font-semibold" />
      ) : (
        <span className="num font-semibold whitespace-nowrap">{formatValue(value, measure, locale)}</span>
      )}
      {before && valueOf(before, measure) !== null ? (
        <>
          <ValueChange points={newest} index={newest.length - 1} measure={measure} />
          <span className="text-faint whitespace-nowrap">{t('trend.since', { id: before.id })}</span>
        </>
      ) : null}
    </>
  );
}
