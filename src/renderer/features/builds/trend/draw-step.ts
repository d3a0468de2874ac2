import type uPlot from 'uplot';
import type { Locale } from '#contract/locale';
import { formatByteChange } from '#contract/units';
import { font } from './font.ts';
import { largestStep } from './series.ts';
import type { Colours } from '../use-colours.ts';

/** Marks the most significant change of size in the chart, and labels it with its bytes. */
export function drawStep(plot: uPlot, sizes: readonly number[], colours: Colours, locale: Locale): void {
  const at = largestStep(sizes);
  if (at === null) return;
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const size = sizes[at] ?? 0;
  const change = size - (sizes[at - 1] ?? size);
  const [x, y] = [plot.valToPos(at, 'x', true), plot.valToPos(size, 'y', true)];
  ctx.save();
  ctx.fillStyle = change > 0 ? colours.grow : colours.shrink;
  ctx.beginPath();
  ctx.arc(x, y, 4.5 * ratio, 0, 2 * Math.PI);
  ctx.fill();
  const text = formatByteChange(change, locale);
  ctx.font = font(ratio, 600);
  ctx.textBaseline = 'middle';
  // Beside the point on the left if there is room; else on the right, above or below the line.
  const fits = x - 12 * ratio - ctx.measureText(text).width > bbox.left;
  ctx.textAlign = fits ? 'right' : 'left';
  ctx.fillText(text, x + (fits ? -12 : 12) * ratio, y + (fits ? 0 : Math.sign(change) * 14 * ratio));
  ctx.restore();
}
