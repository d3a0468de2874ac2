import type uPlot from 'uplot';
import type { Locale } from '#contract/locale';
import { largestStep } from './annotations.ts';
import { font } from './font.ts';
import { formatChange } from './measure.ts';
import { placeLabel } from './place-label.ts';
import { valuesOf, type View, visible } from './view.ts';
import type { Colours } from '../use-colours.ts';

/** Marks the most significant change in the chart, and labels it where the line is not. */
export function drawStep(plot: uPlot, view: View, colours: Colours, locale: Locale): void {
  const points = visible(view);
  const values = valuesOf(points, view.measure);
  const step = largestStep(values);
  if (step === null) return;
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const line = points.flatMap(({ position }, index) => {
    const value = values[index] ?? null;
    return value === null
      ? []
      : [{ index, x: plot.valToPos(position, 'x', true), y: plot.valToPos(value, 'y', true) }];
  });
  const spot = line.find(({ index }) => index === step.at);
  if (!spot) return;
  ctx.save();
  ctx.fillStyle = step.change > 0 ? colours.grow : colours.shrink;
  ctx.beginPath();
  ctx.arc(spot.x, spot.y, 4.5 * ratio, 0, 2 * Math.PI);
  ctx.fill();
  const text = formatChange(step.change, view.measure, locale);
  ctx.font = font(ratio, 600);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const size = { width: ctx.measureText(text).width, height: 12 * ratio };
  const { left, top, width, height } = bbox;
  const frame = { left, top, right: left + width, bottom: top + height };
  const tags = points
    .filter(({ tag }) => tag !== null)
    .map(({ position }) => plot.valToPos(position, 'x', true))
    .map((x) => [
      { x, y: top },
      { x, y: top + height },
    ]);
  const place = placeLabel(spot, size, { frame, lines: [line, ...tags], gap: 10 * ratio });
  if (place) ctx.fillText(text, place.left, place.top + size.height / 2);
  ctx.restore();
}
