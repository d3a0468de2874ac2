import type uPlot from 'uplot';
import type { Build } from '#contract/build';
import { font } from './font.ts';
import { goSpans } from './series.ts';
import type { Colours } from '../use-colours.ts';

/** The height reserved above the plot for the names of Go versions, in CSS pixels. */
export const bandHeight = 26;

/** Shades every other run of builds with the same Go version, and writes the versions above the plot. */
export function drawGoSpans(plot: uPlot, builds: readonly Build[], colours: Colours): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const band = bandHeight * ratio;
  const top = bbox.top - band;
  ctx.save();
  ctx.font = font(ratio);
  ctx.textBaseline = 'middle';
  let minTextStart = Number.NEGATIVE_INFINITY;
  for (const [index, span] of goSpans(builds).entries()) {
    const left = Math.max(bbox.left, plot.valToPos(span.from - 0.5, 'x', true));
    const right = Math.min(bbox.left + bbox.width, plot.valToPos(span.to + 0.5, 'x', true));
    ctx.fillStyle = colours['accent-soft'];
    ctx.globalAlpha = 0.55;
    if (index % 2 === 0) ctx.fillRect(left, top, right - left, bbox.height + band);
    ctx.globalAlpha = 1;
    const width = ctx.measureText(span.goVersion).width;
    const start = Math.min(left + 8 * ratio, bbox.left + bbox.width - width);
    // Skip the name of a run that is too short for it.
    if (start < minTextStart) continue;
    ctx.fillStyle = colours.muted;
    ctx.fillText(span.goVersion, start, top + band / 2);
    minTextStart = start + width + 10 * ratio;
  }
  ctx.restore();
}
