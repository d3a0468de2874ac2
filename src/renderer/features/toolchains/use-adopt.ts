import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import type { Toolchain } from '#contract/toolchains';
import { sayError } from '#ui/failure.ts';
import { say, sayFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** Adopts the toolchains in these folders, one after the other; what was adopted before one fails stays adopted. */
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
      if (first) say(t('adopt.done', { count: adopted.length, version: first.version }));
    },
    onError: (error) => sayFailure(sayError(error, locale).message, sayError(error, locale).hint),
    onSettled: refreshToolchains,
  });
}
