import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BuildFilter, BuildRow } from '#contract/build-list';
import { orpc } from '#shared/client.ts';
import { chunks } from './forget.ts';
import type { Selection } from './selection.ts';

/**
 * Hook: how many selected builds do not match the filter; 0 while that is not known. The host is asked only for those that are
 * not among the loaded rows. Renders with the selection only where its component uses `useSelection`.
 */
export function useNotListed(
  selection: Selection,
  filter: BuildFilter,
  loaded: readonly BuildRow[] | null,
): number {
  const known = useMemo(() => loaded && new Set(loaded.map(({ build }) => build.id)), [loaded]);
  const others =
    known === null || selection.everyMatching !== null
      ? []
      : selection.all.flatMap(({ id }) => (known.has(id) ? [] : id));
  return useQueries({
    queries: chunks(others).map((ids) => orpc.builds.count.queryOptions({ input: { filter, ids } })),
    combine: (counts) =>
      counts.every(({ data }) => data)
        ? others.length - counts.reduce((sum, { data }) => sum + (data?.total ?? 0), 0)
        : 0,
  });
}
