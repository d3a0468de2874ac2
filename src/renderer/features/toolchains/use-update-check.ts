import { useEffect } from 'react';
import { orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';
import { useReleases } from '#shared/versions/index.ts';

/**
 * Hook: reads the available releases and, if they came from the network, the list of toolchains again. The list itself
 * finds updates in the stored releases only.
 */
export function useUpdateCheck(): void {
  const { data } = useReleases();
  useEffect(() => {
    if (data?.origin === 'live' || data?.proxy?.origin === 'live') void refresh(orpc.toolchains.list.key());
  }, [data]);
}
