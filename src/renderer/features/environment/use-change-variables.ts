import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { VariablePlace } from '#contract/managed-variables';
import { client } from '#shared/client.ts';
import { showMessage } from '#ui/toast.tsx';
import { readAgain } from './read-again.ts';

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
      showMessage(t('variables.changed', { names: Object.keys(changes).join(', ') }), {
        detail: t(`variables.counts.${place}`),
        ...(entry === null ? {} : { undo: { label: t('common.undo'), run: () => void undo(entry) } }),
      });
    },
  });
}

async function undo(entry: string): Promise<void> {
  await client.shell.undo({ entry });
  await readAgain();
}
