import { useQuery } from '@tanstack/react-query';
import { orpc } from '#shared/client.ts';

/** The list comes over the network, so it is read at most every five minutes. */
const staleMs = 5 * 60_000;

/** Hook: the available Go versions, newest first; only the newest patch of each minor version unless `all`. */
export function useReleases(all = false) {
  return useQuery({
    ...orpc.toolchains.available.queryOptions({ input: all ? { all } : {} }),
    staleTime: staleMs,
    refetchOnWindowFocus: false,
  });
}
