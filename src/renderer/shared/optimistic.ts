import { hashKey, mutationOptions, type QueryKey, useMutationState } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries, refresh } from './queries.ts';

/**
 * Options for `useMutation` that change a part of what a query answers, with `save`, which answers with the whole. The
 * change is shown by `useWithChanges` until it is saved or has failed; the cache holds only what Burrow answered. So no
 * read can overwrite a change on the screen, and a change that fails needs no undoing. Changes are saved in the order
 * in which they were made.
 */
export function optimisticChange<Value extends object>(
  queryKey: QueryKey,
  save: (change: Partial<Value>) => Promise<Value>,
) {
  return mutationOptions({
    mutationKey: queryKey,
    scope: { id: hashKey(queryKey) },
    mutationFn: save,
    onSuccess: async (answer) => {
      // A read under way may have begun before the change.
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, answer);
    },
    // Burrow may have saved it all the same, if the connection was lost.
    onError: () => refresh(queryKey),
  });
}

/** The answer to a query with the changes on top that are being saved (see `optimisticChange`), in a component. */
export function useWithChanges<Value extends object>(queryKey: QueryKey, answer: Value): Value {
  const changes = useMutationState({
    filters: { mutationKey: queryKey, exact: true, status: 'pending' },
    select: ({ state }) => state.variables as Partial<Value>,
  });
  return useMemo(() => Object.assign({}, answer, ...changes) as Value, [answer, changes]);
}
