import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import type { Toolchain } from '#contract/toolchains';
import { describeError } from '#ui/failure.ts';
import { showMessage, showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** Hook: a mutation that adopts toolchains one after the other. If one fails, those before it stay adopted. */
export function useAdopt() {
  const { t } = useTranslation();
  const locale = useLocale();
  return useMutation({
    mutationFn: async (paths: readonly string[]) => {
      const adopted: Toolchain[] = [];
      for (const path of paths) adopted.push((await client.toolchains.adopt({ path })).toolchain);
      return adopted;
    },
    onSuccess: (adopted) => {
      const [first] = adopted;
      if (first) showMessage(t('adopt.done', { count: adopted.length, version: first.version }));
    },
    onError: (error) => showFailure(describeError(error, locale).message, describeError(error, locale).hint),
    onSettled: refreshToolchains,
  });
}
