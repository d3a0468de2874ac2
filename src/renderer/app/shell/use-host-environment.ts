import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '#contract/failure';
import { client } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';
import { showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** Whether it has been asked, once for each start of the page. */
let isAsked = false;

/**
 * A host that the Dock or a launcher started asks the login shell for its environment. Once it has the answer, what was
 * read before is read again; without one, a message says so.
 */
export function useHostEnvironment(): void {
  const { t } = useTranslation();
  const locale = useLocale();
  useEffect(() => {
    if (isAsked) return;
    isAsked = true;
    const ask = async (): Promise<void> => {
      const found = await client.consistency.host();
      if (found.from === 'login-shell') await refresh([]);
      if (found.from !== 'unknown') return;
      const { message } = describeFailure(found.reason, locale);
      showFailure(t('shell.noEnvironment'), t('shell.noEnvironmentDetail', { reason: message }));
    };
    // Without a connection there are other messages.
    ask().catch(() => undefined);
  }, [t, locale]);
}
