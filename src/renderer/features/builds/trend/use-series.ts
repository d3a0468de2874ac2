import { useQuery } from '@tanstack/react-query';
import type { BuildSeries } from '#contract/build-list';
import { orpc } from '#shared/client.ts';
import { firstToDraw } from './first-to-draw.ts';

/** Which series a trend may show. */
export interface SeriesScope {
  /** The folder of a project; null: all projects. */
  project: string | null;
  /** The kind of builds that the page lists; undefined: all. */
  kind?: 'program' | 'image' | undefined;
}

/** The filter of a scope. */
export function filterOf({ project, kind }: SeriesScope): { project?: string; kind?: 'program' | 'image' } {
  return { ...(project === null ? {} : { project }), ...(kind ? { kind } : {}) };
}

/** Hook: the most recent series of a scope, and that which is drawn: the chosen one, if it is of the scope, else the default. */
export function useSeries(
  scope: SeriesScope,
  chosen: number | undefined,
): { recent: readonly BuildSeries[]; drawn: BuildSeries | undefined; isPending: boolean; error: unknown } {
  const filter = filterOf(scope);
  const recent = useQuery(orpc.builds.series.queryOptions({ input: { filter } }));
  const listed = recent.data?.series.find(({ series }) => series === chosen);
  const other = useQuery({
    ...orpc.builds.series.queryOptions({ input: { filter: { ...filter, series: chosen ?? 0 } } }),
    enabled: chosen !== undefined && recent.isSuccess && !listed,
  });
  // More images than one page of the list may be more recent than every program.
  const first = recent.data && firstToDraw(recent.data.series);
  const programs = useQuery({
    ...orpc.builds.series.queryOptions({ input: { filter: { ...filter, kind: 'program' } } }),
    enabled: scope.kind === undefined && first?.latest.kind === 'image' && recent.data?.more === true,
  });
  return {
    recent: recent.data?.series ?? [],
    drawn: listed ?? other.data?.series[0] ?? firstToDraw(programs.data?.series ?? []) ?? first,
    isPending: recent.isPending || other.isLoading || programs.isLoading,
    error: recent.error,
  };
}
