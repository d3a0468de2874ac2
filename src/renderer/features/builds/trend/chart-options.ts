import type uPlot from 'uplot';
import type { Build } from '#contract/build';
import type { Locale } from '#contract/locale';
import { formatByteSteps } from '#contract/units';
import { bandHeight, drawGoSpans } from './draw-spans.ts';
import { drawStep } from './draw-step.ts';
import { font } from './font.ts';
import { sizeRange } from './series.ts';
import type { Colours } from '../use-colours.ts';

/** The position that the pointer or the keyboard selects. */
export interface Point {
  /** The index of the build. */
  index: number;
  /** The horizontal position in the frame, 0 to 1. */
  share: number;
}

function pointedAt(plot: uPlot): Point | null {
  const index = plot.cursor.idx;
  if (index == null) return null;
  return { index, share: (plot.bbox.left / devicePixelRatio + plot.valToPos(index, 'x')) / plot.width };
}

/** The day of a build in the user's language: `20 Nov`. */
function dayOf(build: Build, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
  }).format(new Date(build.startedAt));
}

/** The x positions with a date: at most eight, evenly spread, each day only once. */
function dated(builds: readonly Build[], locale: Locale): { at: number[]; labels: string[] } {
  const step = Math.max(1, Math.ceil(builds.length / 8));
  const at = builds.map((_, index) => index).filter((index) => index % step === 0);
  let last = '';
  const labels = at.map((index) => {
    const day = dayOf(builds[index] as Build, locale);
    const label = day === last ? '' : day;
    last = day;
    return label;
  });
  return { at, labels };
}

/** uPlot options for a size trend. `onPoint` is called with the selected position, or null when there is none. */
export function chartOptions({
  builds,
  sizes,
  locale,
  colours,
  onPoint,
}: {
  builds: readonly Build[];
  /** The size of each build, in bytes. */
  sizes: readonly number[];
  locale: Locale;
  colours: Colours;
  onPoint: (point: Point | null) => void;
}): Omit<uPlot.Options, 'width' | 'height'> {
  const dates = dated(builds, locale);
  const last = builds.length - 1;
  const range = sizeRange(sizes);
  return {
    legend: { show: false },
    padding: [bandHeight, 10, 0, 0],
    scales: {
      x: { time: false, range: () => [Math.min(-0.5, last / 2 - 1), Math.max(last + 0.5, last / 2 + 1)] },
      y: { range: () => range },
    },
    axes: [
      {
        stroke: colours.faint,
        font: font(),
        size: 28,
        grid: { show: false },
        ticks: { show: false },
        splits: () => dates.at,
        values: () => dates.labels,
      },
      {
        stroke: colours.faint,
        font: font(),
        size: 64,
        gap: 8,
        grid: { stroke: colours['line-2'], width: 1 },
        ticks: { show: false },
        space: 42,
        values: (_plot, splits) => formatByteSteps(splits, locale),
      },
    ],
    series: [
      {},
      {
        stroke: colours.accent,
        width: 2,
        points: { show: builds.length <= 80, size: 7, fill: colours.panel, stroke: colours.accent, width: 2 },
      },
    ],
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 10, fill: colours.accent, stroke: colours.panel, width: 2 },
    },
    hooks: {
      drawClear: [(plot) => drawGoSpans(plot, builds, colours)],
      draw: [(plot) => drawStep(plot, sizes, colours, locale)],
      setCursor: [(plot) => onPoint(pointedAt(plot))],
    },
  };
}
