import { useEffect } from 'react';
import { orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';
import { useReleases } from '#shared/versions/index.ts';

/**
 * Asks for the releases while a page is shown, so that what the list of toolchains says of them, which asks no network,
 * is not of the day when somebody last installed something. Offline nothing changes.
 */
export function useNews(): void {
  const { data } = useReleases();
  useEffect(() => {
    if (data?.origin === 'live') void refresh(orpc.toolchains.list.key());
  }, [data]);
}
