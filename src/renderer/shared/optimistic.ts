import { hashKey, mutationOptions, type QueryKey, useMutationState } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries, refresh } from './queries.ts';

/**
 * Options for `useMutation` that change a part of a query's value at once on the screen. `save` stores the change and
 * returns the whole new value. While it runs, `useWithChanges` shows the change on top of the cached value; the cache
 * itself holds only values that the host returned, so that no read can overwrite a change, and a failed change needs no
 * rollback. Changes to the same query are saved one after the other.
 */
export function optimisticChange<Value extends object>(
  queryKey: QueryKey,
  save: (change: Partial<Value>) => Promise<Value>,
) {
  return mutationOptions({
    mutationKey: queryKey,
    scope: { id: hashKey(queryKey) },
    mutationFn: save,
    onSuccess: async (value) => {
      // A read that is still running may have started before the change.
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, value);
    },
    // The change may have been saved anyway, if only the connection failed.
    onError: () => refresh(queryKey),
  });
}

/** Hook: `value`, the value of a query, with the changes applied that are being saved (see `optimisticChange`). */
export function useWithChanges<Value extends object>(queryKey: QueryKey, value: Value): Value {
  const changes = useMutationState({
    filters: { mutationKey: queryKey, exact: true, status: 'pending' },
    select: ({ state }) => state.variables as Partial<Value>,
  });
  return useMemo(() => Object.assign({}, value, ...changes) as Value, [value, changes]);
}
