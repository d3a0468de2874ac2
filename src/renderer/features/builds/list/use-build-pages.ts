import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BuildFilter, BuildOrder } from '#contract/build-list';
import { orpc } from '#shared/client.ts';

/** The first page fills the window and is quick; later ones are read ahead. */
const firstPage = 60;
const laterPages = 300;

/** Hook: the builds that match, page by page, and their number. Those of the filter before stay until the new ones are there. */
export function useBuildPages(filter: BuildFilter, order: BuildOrder) {
  const pages = useInfiniteQuery({
    ...orpc.builds.page.infiniteOptions({
      input: (after: string | null) => ({
        filter,
        order,
        ...(after === null ? { limit: firstPage } : { limit: laterPages, after }),
      }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
    }),
    placeholderData: keepPreviousData,
    // Comparing a hundred thousand rows with those before takes longer than drawing the few that are visible.
    structuralSharing: false,
  });
  const { data } = pages;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const count = useQuery({
    ...orpc.builds.count.queryOptions({ input: { filter } }),
    placeholderData: keepPreviousData,
  });
  return { pages, rows, total: count.data?.total, first: data?.pages[0] };
}
