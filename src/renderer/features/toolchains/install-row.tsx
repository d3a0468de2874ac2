import X from 'lucide-react/icons/x';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  dismissInstall,
  type Install,
  InstallProgressLine,
  InstallTranslated,
  startInstall,
} from '#shared/installs/index.ts';
import { isFailure } from '#contract/failure';
import { OtherSource } from './other-source.tsx';
import { Button, IconButton } from '#ui/button.tsx';
import { describeError } from '#ui/failure.ts';
import { InlineText } from '#ui/inline-text.tsx';
import { Td, Tr } from '#ui/table.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { onlyWide } from './toolchain-row.tsx';

/** The row of an install: its progress, or why it ended without a toolchain. */
export function InstallRow({ install }: { install: Install }): ReactElement {
  const { t } = useTranslation();
  const { state, version, id } = install;
  const target = [install.request.os, install.request.arch].filter(Boolean).join('/');
  return (
    <Tr>
      <Td className="whitespace-nowrap">
        <span className="num font-semibold">{version}</span>
        {target === '' ? null : <span className="ml-2 text-faint">{target}</span>}
      </Td>
      {/* In a narrow window there is a column less. */}
      <Td colSpan={4} className="py-1! pr-1!">
        {state === 'running' || state === 'cancelling' ? (
          <InstallProgressLine install={install} />
        ) : (
          <div className="flex items-center gap-2">
            <Ended install={install} />
            <InstallTranslated install={install} />
            <OtherSource install={install} />
            {isFailure(install.error, 'version.no-native-build') ? null : (
              <Button onClick={() => startInstall(install.request)}>
                {t(state === 'failed' ? 'common.retry' : 'install.again')}
              </Button>
            )}
            <IconButton label={t('common.dismiss')} onClick={() => dismissInstall(id)}>
              <X size={14} aria-hidden />
            </IconButton>
          </div>
        )}
      </Td>
      <Td className={onlyWide} />
    </Tr>
  );
}

/** Why an install ended without a toolchain. */
function Ended({ install }: { install: Install }): ReactElement {
  const { t } = useTranslation();
  const said = describeError(install.error, useLocale());
  if (install.state === 'cancelled') {
    return <p className="min-w-0 flex-1 text-muted">{t('install.cancelled')}</p>;
  }
  // After the first line follows the output of a program.
  const [message = '', ...output] = said.message.split('\n');
  return (
    <div className="min-w-0 flex-1 py-1 wrap-anywhere">
      <span className="font-medium text-bad">
        <InlineText text={message} />
      </span>{' '}
      <span className="text-muted">
        <InlineText text={said.hint} />
      </span>
      {output.length === 0 ? null : (
        <pre className="mt-1 font-mono text-sm wrap-anywhere whitespace-pre-wrap text-muted">
          {output.join('\n')}
        </pre>
      )}
    </div>
  );
}
