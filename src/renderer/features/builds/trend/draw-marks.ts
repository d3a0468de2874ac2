import type uPlot from 'uplot';
import type { TrendPoint } from '#contract/build-list';
import { font } from './font.ts';
import { type Measure, partChanges, valueOf } from './measure.ts';
import type { Colours } from '../use-colours.ts';

/** The height reserved above the plot for the names of tags, in CSS pixels. */
export const tagHeight = 16;

/** Marks tags above the plot, changes of modules or layers at its bottom, and pinned builds on the line. */
export function drawMarks(
  plot: uPlot,
  points: readonly TrendPoint[],
  measure: Measure,
  colours: Colours,
): void {
  const { ctx } = plot;
  ctx.save();
  drawTags(plot, points, colours);
  drawPartChanges(plot, points, colours);
  for (const point of points) {
    const value = valueOf(point, measure);
    if (point.pinned && value !== null) {
      drawPin(plot, plot.valToPos(point.position, 'x', true), plot.valToPos(value, 'y', true), colours);
    }
  }
  ctx.restore();
}

/** A dotted line for each tag, and the names of those for which there is room. */
function drawTags(plot: uPlot, points: readonly TrendPoint[], colours: Colours): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  ctx.font = font(ratio);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.lineWidth = ratio;
  ctx.strokeStyle = colours.faint;
  ctx.fillStyle = colours.text;
  ctx.setLineDash([2 * ratio, 3 * ratio]);
  let minTextStart = bbox.left;
  for (const { tag, position } of points) {
    if (tag === null) continue;
    const x = Math.round(plot.valToPos(position, 'x', true)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    const width = ctx.measureText(tag).width;
    const start = Math.min(Math.max(bbox.left, x - width / 2), bbox.left + bbox.width - width);
    if (start < minTextStart) continue;
    ctx.fillText(tag, start, bbox.top - (tagHeight * ratio) / 2);
    minTextStart = start + width + 8 * ratio;
  }
  ctx.setLineDash([]);
}

/** A short line at the bottom for each build before which a module came, went or changed its version, or a layer of an image. */
function drawPartChanges(plot: uPlot, points: readonly TrendPoint[], colours: Colours): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const bottom = bbox.top + bbox.height;
  ctx.fillStyle = colours.muted;
  for (const point of points) {
    if (!partChanges(point)) continue;
    ctx.fillRect(
      Math.round(plot.valToPos(point.position, 'x', true) - ratio),
      bottom - 7 * ratio,
      2 * ratio,
      7 * ratio,
    );
  }
}

function drawPin({ ctx }: uPlot, x: number, y: number, colours: Colours): void {
  const size = 6 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(x, y - size);
  ctx.lineTo(x + size, y);
  ctx.lineTo(x, y + size);
  ctx.lineTo(x - size, y);
  ctx.closePath();
  ctx.fillStyle = colours.accent;
  ctx.fill();
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.strokeStyle = colours.panel;
  ctx.stroke();
}
