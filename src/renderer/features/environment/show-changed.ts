import type { TFunction } from 'i18next';
import { client } from '#shared/client.ts';
import { showMessage } from '#ui/toast.tsx';
import { readAgain } from './read-again.ts';

/** Says what was changed, and offers to undo it. `entry`: the one in the journal; null: nothing was changed. */
export function showChanged(
  t: TFunction,
  message: string,
  { detail, entry }: { detail: string; entry: string | null },
): void {
  const undo = entry === null ? {} : { undo: { label: t('common.undo'), run: () => void undoEntry(entry) } };
  showMessage(message, { detail, ...undo });
}

async function undoEntry(entry: string): Promise<void> {
  await client.shell.undo({ entry });
  await readAgain();
}
