import { useLocation } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '#contract/failure';
import { InlineText } from '#ui/inline-text.tsx';
import { say, sayFailure } from '#ui/toast.tsx';
import { sayError } from '#ui/failure.ts';
import { useLocale } from '#ui/use-locale.ts';
import { onInstalled, onInstallFailed, useInstalls } from './installs.ts';

/** Tells about installs on every page: messages when they end, and their phases for screen readers. */
export function InstallsAnnouncer(): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const installs = useInstalls();
  const { pathname } = useLocation();
  useEffect(
    () =>
      onInstalled(({ toolchain, already, warnings }) => {
        const { version } = toolchain;
        const said = warnings.map((warning) => describeFailure(warning, locale).message);
        if (toolchain.default && !already) said.unshift(t('install.isDefault'));
        say(t(already ? 'install.already' : 'install.done', { version }), { detail: said.join(' ') });
      }),
    [t, locale],
  );
  useEffect(
    () =>
      onInstallFailed(({ version, error }) => {
        // There, its row says it.
        if (pathname === '/toolchains') return;
        const [message = ''] = sayError(error, locale).message.split('\n');
        sayFailure(t('install.failed', { version }), <InlineText text={message} />);
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
