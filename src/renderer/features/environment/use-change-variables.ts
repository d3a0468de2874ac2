import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { VariablePlace } from '#contract/managed-variables';
import { client } from '#shared/client.ts';
import { readAgain } from './read-again.ts';
import { showChanged } from './show-changed.ts';

/** A change of variables; null takes one out. `id`: of the preview that was shown; left out: of one made now. */
export interface VariableChange {
  place: VariablePlace;
  changes: Record<string, string | null>;
  id?: string | undefined;
}

/** Makes a change, and offers to undo it. */
export function useChangeVariables(): UseMutationResult<string | null, Error, VariableChange> {
  const { t } = useTranslation();
  return useMutation({
    mutationFn: async ({ place, changes, id }: VariableChange) => {
      const shown = id ?? (await client.variables.preview({ place, changes })).id;
      const { entry } = await client.variables.write({ place, changes, id: shown });
      await readAgain();
      return entry;
    },
    onSuccess: (entry, { place, changes }) => {
      showChanged(t, t('variables.changed', { names: Object.keys(changes).join(', ') }), {
        detail: t(`variables.counts.${place}`),
        entry,
      });
    },
  });
}
