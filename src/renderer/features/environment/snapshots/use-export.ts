import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '#shared/client.ts';
import { describeError } from '#ui/failure.ts';
import { showFailure, showMessage } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** Hook: gives a snapshot out, as `burrow env snapshot FILE` writes it; what goes wrong is shown. */
export function useExport(id: string): { save: () => void; copy: () => void } {
  const { t } = useTranslation();
  const locale = useLocale();
  const give = useMutation({
    mutationFn: async (to: 'file' | 'clipboard') => {
      const text = `${JSON.stringify(await client.snapshots.show({ id }), null, 2)}\n`;
      if (to === 'file') {
        offerFile(`burrow-${id}.json`, text);
        return;
      }
      await navigator.clipboard.writeText(text);
      showMessage(t('snapshots.copied', { id }));
    },
    onError: (error) => {
      const { message, hint } = describeError(error, locale);
      showFailure(message, hint);
    },
  });
  return { save: () => give.mutate('file'), copy: () => give.mutate('clipboard') };
}

/** Lets the browser save a text as a file. */
function offerFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
