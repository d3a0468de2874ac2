import type uPlot from 'uplot';
import type { Build } from '#contract/builds';
import type { Locale } from '#contract/locale';
import { formatBytes } from '#contract/units';
import { goSpans } from './series.ts';
import type { Colours } from './use-colours.ts';

/** The page's own font, in px of the screen (`ratio` 1) or of the canvas. */
function font(ratio = 1): string {
  return `${11 * ratio}px ${getComputedStyle(document.body).fontFamily}`;
}

/** `20 Nov`, in the user's language. */
function dayOf(build: Build, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
  }).format(new Date(build.startedAt));
}

/** The x positions that get a date: evenly spread, at most eight, none twice for the same day. */
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

/** Shades every other run of one Go version and writes its name on top. */
function drawGoSpans(plot: uPlot, builds: readonly Build[], colours: Colours): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.font = font(ratio);
  ctx.textBaseline = 'top';
  let textFreeFrom = Number.NEGATIVE_INFINITY;
  for (const [index, span] of goSpans(builds).entries()) {
    const left = Math.max(bbox.left, plot.valToPos(span.from - 0.5, 'x', true));
    const right = Math.min(bbox.left + bbox.width, plot.valToPos(span.to + 0.5, 'x', true));
    ctx.fillStyle = colours['accent-soft'];
    ctx.globalAlpha = 0.55;
    if (index % 2 === 0) ctx.fillRect(left, bbox.top, right - left, bbox.height);
    ctx.globalAlpha = 1;
    // Short runs of many versions would write over one another.
    if (left < textFreeFrom) continue;
    ctx.fillStyle = colours.muted;
    ctx.fillText(span.goVersion, left + 7 * ratio, bbox.top + 5 * ratio);
    textFreeFrom = left + 7 * ratio + ctx.measureText(span.goVersion).width + 10 * ratio;
  }
  ctx.restore();
}

/** How a size trend is drawn; `onPoint` hears which build the pointer is at, null when it leaves. */
export function chartOptions({
  builds,
  locale,
  colours,
  range,
  onPoint,
}: {
  builds: readonly Build[];
  locale: Locale;
  colours: Colours;
  range: [number, number];
  onPoint: (index: number | null) => void;
}): Omit<uPlot.Options, 'width' | 'height'> {
  const dates = dated(builds, locale);
  const last = builds.length - 1;
  return {
    legend: { show: false },
    padding: [8, 10, 0, 0],
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
        values: (_plot, splits) => splits.map((bytes) => formatBytes(bytes, locale)),
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
      setCursor: [(plot) => onPoint(plot.cursor.idx ?? null)],
    },
  };
}
