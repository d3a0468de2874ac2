import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHome } from '#shared/projects/index.ts';
import { describeError } from '#ui/failure.ts';
import { tildePath } from '#ui/path.tsx';
import { showMessage, showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { client } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';

/** Hook: a mutation that removes a project's `.go-version`. Undo restores the file byte for byte. */
export function useUnpin() {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const fail = (error: unknown) =>
    showFailure(describeError(error, locale).message, describeError(error, locale).hint);

  return useMutation({
    mutationFn: (project: string) => client.switching.unpin({ dir: project }),
    onError: fail,
    onSuccess: async ({ file, previous, now }, project) => {
      const shownFile = tildePath(file, home);
      const undo = async () => {
        try {
          await client.switching.unuse({ dir: project, version: null, previous });
          showMessage(t('overview.unpinned', { file: shownFile }));
        } catch (error) {
          fail(error);
        }
        await refreshToolchains();
      };
      showMessage(t('overview.unpinDone', { file: shownFile }), {
        ...(now.version === null ? {} : { detail: t('overview.unpinNow', { version: now.version }) }),
        undo: { label: t('common.undo'), run: () => void undo() },
      });
      await refreshToolchains();
    },
  });
}
