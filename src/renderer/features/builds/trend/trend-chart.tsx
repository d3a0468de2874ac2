import { type KeyboardEvent, type ReactElement, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrendPoint } from '#contract/build-list';
import { useLocale } from '#ui/use-locale.ts';
import { ChartReadout } from './chart-readout.tsx';
import { formatValue, valueOf } from './measure.ts';
import { moved, type Range, wholeOf, within, zoomed } from './range.ts';
import { useChart } from './use-chart.ts';
import { nearest, type View, visible } from './view.ts';

/**
 * A chart of one series. The builds are evenly spaced, so that ten builds on one afternoon and one a month earlier are all
 * readable. The pointer and the arrow keys select a build; a click or Enter calls `onOpen` with it. To drag, and the keys
 * +, −, 0 and Escape, call `onRange`.
 */
export function TrendChart({
  view,
  height,
  onRange,
  onOpen,
}: {
  /** The same object as long as nothing of it changes. */
  view: View;
  /** In CSS pixels. */
  height: number;
  /** null: all. */
  onRange: (range: Range | null) => void;
  onOpen: (point: TrendPoint) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const hintId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { points, total, measure } = view;
  const range = view.range ?? wholeOf(total);
  const { pointed, select } = useChart(frame, view, height, (dragged) => onRange(within(dragged, total)));
  const point = pointed === null ? undefined : points[pointed.index];

  const open = () => {
    if (point) onOpen(point);
  };
  /** Selects a position; the range moves with it. */
  const goTo = (position: number) => {
    if (position < range.from || position > range.to) onRange(moved(range, total, position));
    select(position);
  };
  const step = (by: 1 | -1) => {
    const shown = visible(view);
    const at = point ? nearest(shown, point.position) + by : by > 0 ? 0 : shown.length - 1;
    const next = shown[at];
    if (next) select(next.position);
    else if (point) goTo(Math.min(Math.max(0, point.position + by), total - 1));
  };
  const zoom = (factor: number) => {
    const about = point?.position ?? (range.from + range.to) / 2;
    if (point) select(point.position);
    onRange(zoomed(range, total, factor, about));
  };
  const keys: Record<string, () => void> = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    Home: () => goTo(0),
    End: () => goTo(total - 1),
    Enter: open,
    '+': () => zoom(0.5),
    '=': () => zoom(0.5),
    '-': () => zoom(2),
    ...(view.range ? { '0': () => onRange(null), Escape: () => onRange(null) } : {}),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  const [first, last] = [points[0], points.at(-1)];
  const said = (each: TrendPoint | undefined) => {
    const value = each ? valueOf(each, measure) : null;
    return value === null ? t('trend.unknown') : formatValue(value, measure, locale);
  };
  const words = point && [said(point), point.goVersion, point.tag].filter(Boolean).join(', ');
  return (
    <div className="relative">
      <div
        ref={frame}
        role="slider"
        tabIndex={0}
        aria-label={t(`trend.measure.${measure}`)}
        aria-describedby={hintId}
        aria-valuemin={1}
        aria-valuemax={total}
        aria-valuenow={(point?.position ?? total - 1) + 1}
        aria-valuetext={
          point
            ? `${point.id}: ${words}`
            : t('trend.summary', {
                count: total,
                n: total.toLocaleString(locale),
                first: said(first),
                last: said(last),
              })
        }
        className="rounded-control outline-offset-4 [&_.u-select]:bg-accent/15!"
        style={{ height }}
        onClick={open}
        onBlur={() => select(null)}
        onKeyDown={onKeyDown}
      />
      <p id={hintId} className="sr-only">
        {t('trend.keys')}
      </p>
      {pointed === null ? null : (
        <ChartReadout points={points} index={pointed.index} share={pointed.share} measure={measure} />
      )}
    </div>
  );
}
