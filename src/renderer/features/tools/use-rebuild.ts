import { useEffect, useRef, useState } from 'react';
import { client, orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';
import { isFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import type { RebuildRequest } from '#contract/tools';
import { advance, idle } from './rebuild-state.ts';

/** Hook: rebuilds tools; stops when the component unmounts. Tools rebuilt until then stay rebuilt. */
export function useRebuild() {
  const [rebuild, setRebuild] = useState(idle);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const run = async (request: RebuildRequest, mine: AbortController): Promise<void> => {
    try {
      const events = await client.tools.rebuild(request, { signal: mine.signal });
      await drain(events, (event) => setRebuild((before) => advance(before, event)));
      setRebuild((before) => ({ ...before, state: 'ended', latest: null }));
    } catch (error) {
      const stopped = mine.signal.aborted || isFailure(error, 'cancelled');
      setRebuild((before) => ({ ...before, state: stopped ? 'stopped' : 'failed', latest: null, error }));
    } finally {
      await refresh(orpc.tools.key());
    }
  };

  return {
    rebuild,
    start: (request: RebuildRequest): void => {
      controller.current?.abort();
      controller.current = new AbortController();
      setRebuild({ ...idle, state: 'running' });
      void run(request, controller.current);
    },
    stop: () => controller.current?.abort(),
  };
}
