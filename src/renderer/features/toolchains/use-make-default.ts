import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import { queries } from '#shared/queries.ts';
import { sayToolsHint } from '#shared/versions/index.ts';
import { sayError } from '#ui/failure.ts';
import { say, sayFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** Makes a version the default; the one before can be had back with one click. */
export function useMakeDefault() {
  const { t } = useTranslation();
  const locale = useLocale();
  const mutation = useMutation({
    mutationFn: (version: string) => client.switching.use({ version, global: true }),
    onMutate: () =>
      queries.getQueryData(orpc.toolchains.list.queryKey())?.toolchains.find((toolchain) => toolchain.default)
        ?.version,
    onError: (error) => sayFailure(sayError(error, locale).message, sayError(error, locale).hint),
    onSuccess: async ({ version }, _version, before) => {
      say(t('toolchains.madeDefault', { version }), {
        undo:
          before === undefined || before === version
            ? undefined
            : { label: t('common.undo'), run: () => mutation.mutate(before) },
      });
      await refreshToolchains();
      await sayToolsHint(t);
    },
  });
  return mutation;
}
