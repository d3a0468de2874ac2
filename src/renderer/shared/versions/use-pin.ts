import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { describeError } from '#ui/failure.ts';
import { tildePath } from '#ui/path.tsx';
import { showMessage, showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { client } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import { folderName, useHome } from '#shared/projects/index.ts';

/**
 * Hook: a mutation that pins a version in a project by writing its `.go-version`. Undo restores the file, or removes it
 * if there was none.
 */
export function usePin() {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const fail = (error: unknown) =>
    showFailure(describeError(error, locale).message, describeError(error, locale).hint);

  return useMutation({
    mutationFn: ({ version, project }: { version: string; project: string }) =>
      client.switching.use({ version, dir: project }),
    onError: fail,
    onSuccess: async ({ version, file, previous, outranked }, { project }) => {
      const shownFile = tildePath(file, home);
      const undo = async () => {
        try {
          await client.switching.unuse({ dir: project, version, previous });
          showMessage(
            t(previous === null ? 'overview.pinRemoved' : 'overview.unpinned', { file: shownFile }),
          );
        } catch (error) {
          fail(error);
        }
        await refreshToolchains();
      };
      const details = [
        t('overview.pinnedDetail', { file: shownFile }),
        ...outranked
          .filter(({ disagrees }) => disagrees)
          .map((other) =>
            t('overview.pinnedBeside', { file: tildePath(other.file, home), text: other.text }),
          ),
      ];
      showMessage(t('overview.pinned', { version, project: folderName(project) }), {
        detail: details.join(' '),
        undo: { label: t('common.undo'), run: () => void undo() },
      });
      await refreshToolchains();
    },
  });
}
