import type { TrendPoint } from '#contract/build-list';
import { type Measure, valueOf } from './measure.ts';
import { type Range, wholeOf } from './range.ts';

/** What a chart shows. */
export interface View {
  /** Oldest first; those of the range, and maybe others. */
  points: readonly TrendPoint[];
  /** The number of builds in the series. */
  total: number;
  /** null: all. */
  range: Range | null;
  measure: Measure;
}

/** The points in the range of a view. Pure. */
export function visible({ points, total, range }: View): readonly TrendPoint[] {
  const { from, to } = range ?? wholeOf(total);
  return points.filter(({ position }) => position >= from && position <= to);
}

/** The values of points, in their order. Pure. */
export function valuesOf(points: readonly TrendPoint[], measure: Measure): (number | null)[] {
  return points.map((point) => valueOf(point, measure));
}

/** Whether a view has a value to draw; the number of packages of builds that could not be analysed is not known. Pure. */
export function hasValues(view: View): boolean {
  return valuesOf(visible(view), view.measure).some((value) => value !== null);
}

/** The index of the point nearest to a position; -1 if there are none. Pure. */
export function nearest(points: readonly TrendPoint[], position: number): number {
  let found = -1;
  for (const [index, point] of points.entries()) {
    const best = points[found];
    if (!best || Math.abs(point.position - position) < Math.abs(best.position - position)) found = index;
  }
  return found;
}
