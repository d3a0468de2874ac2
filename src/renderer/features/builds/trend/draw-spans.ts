import type uPlot from 'uplot';
import type { TrendPoint } from '#contract/build-list';
import { goSpans } from './annotations.ts';
import { font } from './font.ts';
import type { Colours } from '../use-colours.ts';

/** The height reserved above the plot for the names of Go versions, in CSS pixels. */
export const bandHeight = 26;

/** Shades every other run of builds with the same Go version, and writes the versions at `top`, in CSS pixels above the plot. */
export function drawGoSpans(
  plot: uPlot,
  points: readonly TrendPoint[],
  colours: Colours,
  above: number,
): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const top = bbox.top - above * ratio;
  const end = bbox.left + bbox.width;
  ctx.save();
  ctx.font = font(ratio);
  ctx.textBaseline = 'middle';
  // The labels of the axes leave it centred.
  ctx.textAlign = 'left';
  let minTextStart = Number.NEGATIVE_INFINITY;
  for (const [index, span] of goSpans(points).entries()) {
    const left = Math.max(bbox.left, plot.valToPos(span.from, 'x', true));
    const right = Math.min(end, plot.valToPos(span.to, 'x', true));
    if (right <= left) continue;
    ctx.fillStyle = colours['accent-soft'];
    ctx.globalAlpha = 0.55;
    if (index % 2 === 0) ctx.fillRect(left, top, right - left, bbox.height + above * ratio);
    ctx.globalAlpha = 1;
    const width = ctx.measureText(span.goVersion).width;
    const start = Math.min(left + 8 * ratio, end - width);
    // Skip the name of a run that is too short for it.
    if (start < minTextStart) continue;
    ctx.fillStyle = colours.muted;
    ctx.fillText(span.goVersion, start, top + (bandHeight * ratio) / 2);
    minTextStart = start + width + 10 * ratio;
  }
  ctx.restore();
}
