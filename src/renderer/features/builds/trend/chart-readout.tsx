import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrendPoint } from '#contract/build-list';
import { Moment } from '#ui/numbers.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { formatValue, type Measure, partChanges, valueOf } from './measure.ts';
import { ValueChange } from './value-change.tsx';

/**
 * Details of the selected build: id, value, change, Go, tag, modules and time. Shown above the plot, at the position of the
 * build but always inside the frame.
 */
export function ChartReadout({
  points,
  index,
  share,
  measure,
}: {
  points: readonly TrendPoint[];
  index: number;
  /** The horizontal position in the frame, 0 to 1. */
  share: number;
  measure: Measure;
}): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const point = points[index];
  if (!point) return null;
  const value = valueOf(point, measure);
  const changes = partChanges(point);
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute -top-0.5 z-10 flex h-7 max-w-full items-center gap-2.5 overflow-hidden rounded-control border border-line bg-panel px-2.5 text-sm whitespace-nowrap shadow-pop"
      style={{ left: `${share * 100}%`, transform: `translateX(${-share * 100}%)` }}
    >
      <b className="font-semibold">{point.id}</b>
      <span className="num">{value === null ? t('trend.unknown') : formatValue(value, measure, locale)}</span>
      <ValueChange points={points} index={index} measure={measure} />
      {point.image ? <code className="text-muted">{point.image.ref}</code> : null}
      {point.tag === null ? null : <span className="font-semibold">{point.tag}</span>}
      {point.goVersion === null ? null : <span className="text-muted">{point.goVersion}</span>}
      {changes ? (
        <span className="text-muted">
          {t(point.image ? 'trend.layers' : 'trend.modules', { count: changes })}
        </span>
      ) : null}
      {point.commit === null ? null : <code className="text-muted">{point.commit.slice(0, 7)}</code>}
      <Moment iso={point.startedAt} className="text-faint" />
    </div>
  );
}
