import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Build } from '#contract/build';
import { recordedBytes } from '#contract/series';
import { formatBytes } from '#contract/units';
import { useLocale } from '#ui/use-locale.ts';
import { chartOptions, type Point } from './chart-options.ts';
import { ChartReadout } from './chart-readout.tsx';
import { useColours } from '../use-colours.ts';

/**
 * A chart of the sizes of a series. The builds are evenly spaced, so that ten builds on one afternoon and one a month
 * earlier are all readable. The pointer and the arrow keys select a build; a click or Enter calls `onOpen` with it.
 */
export function TrendChart({
  builds,
  height = 210,
  onOpen,
}: {
  /** Oldest first; all have a size. */
  builds: readonly Build[];
  /** In CSS pixels. */
  height?: number;
  onOpen?: (build: Build) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const colours = useColours();
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(null);
  const [point, setPoint] = useState<Point | null>(null);
  const pointed = point?.index ?? null;

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const sizes = builds.map((build) => recordedBytes(build) ?? 0);
    const size = { width: element.clientWidth, height };
    const options = chartOptions({ builds, sizes, locale, colours, onPoint: setPoint });
    const plot = new uPlot({ ...options, ...size }, [builds.map((_, index) => index), sizes], element);
    chart.current = plot;
    const resize = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    resize.observe(element);
    return () => {
      resize.disconnect();
      plot.destroy();
      chart.current = null;
    };
  }, [builds, height, locale, colours]);

  const pointAt = (index: number) => {
    const plot = chart.current;
    const bytes = builds[index] && recordedBytes(builds[index]);
    if (!plot || bytes == null) return;
    plot.setCursor({ left: plot.valToPos(index, 'x'), top: plot.valToPos(bytes, 'y') });
  };
  const leave = () => chart.current?.setCursor({ left: -10, top: -10 });
  const open = () => {
    const build = pointed === null ? undefined : builds[pointed];
    if (build) onOpen?.(build);
  };

  const [first, last] = [builds[0], builds.at(-1)];
  const sized = (build: Build | undefined) => formatBytes((build && recordedBytes(build)) ?? 0, locale);
  const summary = t('builds.trend.summary', {
    subject: last?.subject,
    count: builds.length,
    first: sized(first),
    last: sized(last),
  });
  return (
    <div className="relative">
      <div
        ref={frame}
        role="slider"
        tabIndex={0}
        aria-label={t('builds.trend.title')}
        aria-valuemin={1}
        aria-valuemax={builds.length}
        aria-valuenow={(pointed ?? builds.length - 1) + 1}
        aria-valuetext={pointed === null ? summary : `${builds[pointed]?.id}: ${sized(builds[pointed])}`}
        className="rounded-control outline-offset-4"
        style={{ height }}
        onClick={open}
        onBlur={leave}
        onKeyDown={(event) => {
          const at = pointed ?? builds.length;
          if (event.key === 'ArrowLeft') pointAt(Math.max(0, at - 1));
          else if (event.key === 'ArrowRight') pointAt(Math.min(builds.length - 1, at + 1));
          else if (event.key === 'Home') pointAt(0);
          else if (event.key === 'End') pointAt(builds.length - 1);
          else if (event.key === 'Enter') open();
          else return;
          event.preventDefault();
        }}
      />
      {point === null ? null : <ChartReadout builds={builds} {...point} />}
    </div>
  );
}
