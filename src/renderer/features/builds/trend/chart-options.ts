import type uPlot from 'uplot';
import type { TrendPoint } from '#contract/build-list';
import type { Locale } from '#contract/locale';
import { valueRange } from './annotations.ts';
import { drawMarks, tagHeight } from './draw-marks.ts';
import { bandHeight, drawGoSpans } from './draw-spans.ts';
import { drawStep } from './draw-step.ts';
import { font } from './font.ts';
import { formatSteps } from './measure.ts';
import { type Range, wholeOf } from './range.ts';
import { valuesOf, type View, visible } from './view.ts';
import type { Colours } from '../use-colours.ts';

/** The position that the pointer or the keyboard selects. */
export interface Pointed {
  /** The index of the point. */
  index: number;
  /** The horizontal position in the frame, 0 to 1. */
  share: number;
}

function pointedAt(plot: uPlot): Pointed | null {
  const index = plot.cursor.idx;
  const position = index == null ? undefined : plot.data[0][index];
  if (index == null || position === undefined) return null;
  return { index, share: (plot.bbox.left / devicePixelRatio + plot.valToPos(position, 'x')) / plot.width };
}

/**
 * The x positions with a date, such as `20 Nov` in the user's language: at most eight, evenly spread, each day only once.
 */
function dated(
  points: readonly TrendPoint[],
  format: Intl.DateTimeFormat,
): { positions: number[]; labels: string[] } {
  const step = Math.max(1, Math.ceil(points.length / 8));
  const some = points.filter((_, index) => index % step === 0);
  let last = '';
  const labels = some.map((point) => {
    const day = format.format(new Date(point.startedAt));
    const label = day === last ? '' : day;
    last = day;
    return label;
  });
  return { positions: some.map(({ position }) => position), labels };
}

/** The positions at the left and right of the plot: a few builds do not fill it. */
function ends({ range, total }: View): [number, number] {
  const { from, to } = range ?? wholeOf(total);
  const middle = (from + to) / 2;
  return [Math.min(from - 0.5, middle - 1), Math.max(to + 0.5, middle + 1)];
}

/**
 * uPlot options for a trend; `view` is asked at each drawing. `onPoint` is called with the selected position, or null when
 * there is none, and `onZoom` with the positions between which the pointer was dragged.
 */
export function chartOptions({
  view,
  locale,
  colours,
  onPoint,
  onZoom,
}: {
  view: () => View;
  locale: Locale;
  colours: Colours;
  onPoint: (point: Pointed | null) => void;
  onZoom: (range: Range) => void;
}): Omit<uPlot.Options, 'width' | 'height'> {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
  });
  const above = () => bandHeight + (view().points.some(({ tag }) => tag !== null) ? tagHeight : 0);
  return {
    legend: { show: false },
    padding: [above, 10, 0, 0],
    scales: {
      x: { time: false, range: () => ends(view()) },
      y: { range: () => valueRange(valuesOf(visible(view()), view().measure)) },
    },
    axes: [
      {
        stroke: colours.faint,
        font: font(),
        size: 28,
        grid: { show: false },
        ticks: { show: false },
        splits: () => dated(visible(view()), format).positions,
        values: () => dated(visible(view()), format).labels,
      },
      {
        stroke: colours.faint,
        font: font(),
        size: 64,
        gap: 8,
        grid: { stroke: colours['line-2'], width: 1 },
        ticks: { show: false },
        space: 42,
        values: (_plot, splits) => formatSteps(splits, view().measure, locale),
      },
    ],
    series: [
      {},
      {
        stroke: colours.accent,
        width: 2,
        spanGaps: true,
        points: {
          show: (_plot, _series, from, to) => to - from < 80,
          size: 7,
          fill: colours.panel,
          stroke: colours.accent,
          width: 2,
        },
      },
    ],
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false, dist: 6 },
      points: { size: 10, fill: colours.accent, stroke: colours.panel, width: 2 },
    },
    hooks: {
      drawClear: [(plot) => drawGoSpans(plot, view().points, colours, above())],
      draw: [
        (plot) => drawMarks(plot, visible(view()), view().measure, colours),
        (plot) => drawStep(plot, view(), colours, locale),
      ],
      setCursor: [(plot) => onPoint(pointedAt(plot))],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width === 0) return;
          const range = { from: plot.posToVal(left, 'x'), to: plot.posToVal(left + width, 'x') };
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          onZoom(range);
        },
      ],
    },
  };
}
