import { useQuery } from '@tanstack/react-query';
import type { TrendPoint } from '#contract/build-list';
import { orpc } from '#shared/client.ts';
import { fields, type Measure } from './measure.ts';
import type { Range } from './range.ts';

/** As many points as are asked for: two for each pixel of a wide chart. */
const points = 2000;

/** The points of a series: all that are drawn, finer ones of a range if they were reduced, and the last two builds. */
export interface Trend {
  total: number;
  points: readonly TrendPoint[];
  /** Of very many builds only some are points. */
  reduced: boolean;
  /** The newest two, oldest first; fewer if there are fewer. */
  newest: readonly TrendPoint[];
}

/** Hook: the trend of a series; undefined while it loads. */
export function useTrend(
  series: number | undefined,
  measure: Measure,
  range: Range | null,
): { trend: Trend | undefined; error: unknown; refetch: () => unknown } {
  const ask = (more: { from?: number; to?: number }) =>
    orpc.builds.trend.queryOptions({ input: { series: series ?? 0, of: fields[measure], points, ...more } });
  const whole = useQuery({ ...ask({}), enabled: series !== undefined });
  const { total = 0, reduced = false } = whole.data ?? {};
  const finer = useQuery({
    // With the builds before and after, to which the line leads.
    ...ask(range ? { from: Math.max(0, range.from - 1), to: range.to + 1 } : {}),
    enabled: reduced && range !== null,
  });
  const last = useQuery({ ...ask({ from: Math.max(0, total - 2) }), enabled: reduced });
  const { error, refetch } = finer.error ? finer : whole;
  if (!whole.data) return { trend: undefined, error, refetch };
  const newest = reduced ? (last.data?.points ?? []) : whole.data.points.slice(-2);
  const drawn = range === null ? whole.data : (finer.data ?? whole.data);
  return { trend: { total, points: drawn.points, reduced: drawn.reduced, newest }, error, refetch };
}
