import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sayError } from '#ui/failure.ts';
import { tildePath } from '#ui/path.tsx';
import { say, sayFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { client } from '../client.ts';
import { refreshToolchains } from '../installs/installs.ts';
import { folderName } from '#app/projects/current-project.ts';
import { useHome } from '#app/projects/use-home.ts';

const pin = ({ version, project }: { version: string; project: string }) =>
  client.switching.use({ version, dir: project });

/**
 * Pins a version in a project: writes its `.go-version`. What stood there before can be had back with one click;
 * a file that is new has to be deleted by hand, and the message says so.
 */
export function usePin() {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const fail = (error: unknown) => sayFailure(sayError(error, locale).message, sayError(error, locale).hint);

  return useMutation({
    mutationFn: pin,
    onError: fail,
    onSuccess: async ({ version, file, previous }, { project }) => {
      const shownFile = tildePath(file, home);
      const undo = async (before: string) => {
        try {
          const result = await pin({ version: before, project });
          say(t('overview.unpinned', { file: shownFile, version: result.version }));
        } catch (error) {
          fail(error);
        }
        await refreshToolchains();
      };
      say(t('overview.pinned', { version, project: folderName(project) }), {
        detail: t(previous === null ? 'overview.pinnedNew' : 'overview.pinnedDetail', { file: shownFile }),
        undo:
          previous === null ? undefined : { label: t('common.undo'), run: () => void undo(previous.trim()) },
      });
      await refreshToolchains();
    },
  });
}
