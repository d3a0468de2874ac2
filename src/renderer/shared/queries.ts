import { QueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * The cache of query results. Other programs (editors, terminals, git) change files at any time. The host watches those
 * that most depends on (shared/changes); everything is read again when a page opens and when the window gets the focus.
 * Failed calls are not retried: they would fail again. Calls
 * do not wait until the machine is online, because the host runs on it.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/**
 * Reads again all queries whose keys begin with one of `keys`; call it after a change. Resolves when the new results
 * are in the cache. `invalidateQueries` alone is not enough: if the first read of a query is still running, it waits
 * for that one, which may have started before the change.
 */
export async function refresh(...keys: readonly QueryKey[]): Promise<void> {
  await Promise.all(
    keys.map(async (queryKey) => {
      await queries.cancelQueries({ queryKey, predicate: ({ state }) => state.data === undefined });
      await queries.invalidateQueries({ queryKey });
    }),
  );
}

/**
 * Shows part of a query's value as the host returned it, until the whole is read again. Does nothing before the first
 * read.
 */
export function show<Value>(queryKey: QueryKey, change: (now: Value) => Value): void {
  queries.setQueryData<Value>(queryKey, (now) => (now === undefined ? now : change(now)));
}
