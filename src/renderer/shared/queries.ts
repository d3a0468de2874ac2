import { QueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * The cache of what Burrow answered. Files change behind the app's back (editors, terminals, git), so every read is
 * repeated when a page opens and when the window comes to the front. A failure is shown at once: what fails here fails
 * again. Burrow runs on this machine, so calls do not wait for a network.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/**
 * Reads again everything whose key begins with one of `keys`, after something has changed it. Resolves when the new
 * answers are there. `invalidateQueries` alone repeats a read under way only if there was an answer before; a first
 * read, which may have begun before the change, is cancelled here.
 */
export async function refresh(...keys: readonly QueryKey[]): Promise<void> {
  await Promise.all(
    keys.map(async (queryKey) => {
      await queries.cancelQueries({ queryKey, predicate: ({ state }) => state.data === undefined });
      await queries.invalidateQueries({ queryKey });
    }),
  );
}
