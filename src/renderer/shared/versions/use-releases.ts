import { useQuery } from '@tanstack/react-query';
import { orpc } from '#shared/client.ts';

/** The list of releases is asked over the network: once in five minutes is enough. */
const staleMs = 5 * 60_000;

/** The Go versions on offer, newest first: the newest patch of each minor version, or `all`. */
export function useReleases(all = false) {
  return useQuery({
    ...orpc.toolchains.available.queryOptions({ input: all ? { all } : {} }),
    staleTime: staleMs,
    refetchOnWindowFocus: false,
  });
}
