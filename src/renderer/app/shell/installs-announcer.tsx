import { useLocation } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '#contract/failure';
import { InlineText } from '#ui/inline-text.tsx';
import { showMessage, showFailure } from '#ui/toast.tsx';
import { describeError } from '#ui/failure.ts';
import { useLocale } from '#ui/use-locale.ts';
import { followInstalls, onInstalled, onInstallFailed, useInstalls } from '#shared/installs/index.ts';

/** Follows and reports installs on every page: messages when they end, and their phases to screen readers. */
export function InstallsAnnouncer(): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const installs = useInstalls();
  const { pathname } = useLocation();
  useEffect(() => {
    const closed = new AbortController();
    void followInstalls(closed.signal);
    return () => closed.abort();
  }, []);
  useEffect(
    () =>
      onInstalled(({ toolchain, already, warnings }) => {
        const { version } = toolchain;
        const said = warnings.map((warning) => describeFailure(warning, locale).message);
        if (toolchain.default && !already) said.unshift(t('install.isDefault'));
        showMessage(t(already ? 'install.already' : 'install.done', { version }), { detail: said.join(' ') });
      }),
    [t, locale],
  );
  useEffect(
    () =>
      onInstallFailed(({ version, error }) => {
        // There, the row of the install shows the failure.
        if (pathname === '/toolchains') return;
        const [message = ''] = describeError(error, locale).message.split('\n');
        showFailure(t('install.failed', { version }), <InlineText text={message} />);
      }),
    [t, locale, pathname],
  );
  return (
    <div role="status" className="sr-only">
      {installs
        .filter((install) => install.state === 'running')
        .map(({ id, version, progress }) => (
          <p key={id}>
            {version}: {t(`install.phase.${progress?.phase ?? 'starting'}`)}
          </p>
        ))}
    </div>
  );
}
