import { useQuery } from '@tanstack/react-query';
import { orpc } from '#shared/client.ts';

/** The user's home folder, for writing paths with `~`; undefined until it is known. */
export function useHome(): string | undefined {
  return useQuery({ ...orpc.machine.show.queryOptions(), staleTime: Number.POSITIVE_INFINITY }).data?.home;
}
