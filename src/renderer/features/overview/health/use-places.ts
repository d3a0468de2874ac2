import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { orpc } from '#shared/client.ts';
import { useHome, useProject } from '#shared/projects/index.ts';

/**
 * What a command `go` starts in new terminals and in apps, in the chosen project or the home folder. Asking starts the
 * login shell, so it is repeated when a page opens more than half a minute later, when another Go is selected or a
 * profile edited, and not with every focus.
 */
export function usePlaces() {
  const home = useHome();
  const dir = useProject() ?? home;
  const input = { dir: dir ?? '' };
  const enabled = dir !== undefined;
  const places = useQuery({
    ...orpc.consistency.places.queryOptions({ input }),
    enabled,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });
  const selected = useQuery({ ...orpc.switching.current.queryOptions({ input }), enabled }).data;
  const newest = useQuery(orpc.shell.journal.queryOptions()).data?.entries[0]?.id ?? null;
  useOnChange(
    `${selected?.dir} ${selected?.path} ${selected?.version}`,
    selected !== undefined,
    places.refetch,
  );
  useOnChange(newest, true, places.refetch);
  return places;
}

/** Calls `work` when a value has changed since it was first known. */
function useOnChange(value: string | null, isKnown: boolean, work: () => unknown): void {
  const before = useRef<string | null>(undefined);
  const changed = useEffectEvent(() => void work());
  useEffect(() => {
    if (!isKnown) return;
    if (before.current !== undefined && before.current !== value) changed();
    before.current = value;
  }, [value, isKnown]);
}
