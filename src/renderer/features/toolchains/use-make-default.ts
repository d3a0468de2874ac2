import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import { queries } from '#shared/queries.ts';
import { showToolsHint } from '#shared/versions/index.ts';
import { describeError } from '#ui/failure.ts';
import { showMessage, showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** Hook: a mutation that makes a version the default, with an undo button in its message. */
export function useMakeDefault() {
  const { t } = useTranslation();
  const locale = useLocale();
  const mutation = useMutation({
    mutationFn: (version: string) => client.switching.use({ version, global: true }),
    onMutate: () =>
      queries.getQueryData(orpc.toolchains.list.queryKey())?.toolchains.find((toolchain) => toolchain.default)
        ?.version,
    onError: (error) => showFailure(describeError(error, locale).message, describeError(error, locale).hint),
    onSuccess: async ({ version }, _version, before) => {
      showMessage(t('toolchains.madeDefault', { version }), {
        undo:
          before === undefined || before === version
            ? undefined
            : { label: t('common.undo'), run: () => mutation.mutate(before) },
      });
      await refreshToolchains();
      await showToolsHint(t);
    },
  });
  return mutation;
}
