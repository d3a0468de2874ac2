import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import type { Machine } from '#contract/machine';
import { rosettaEnds } from '#contract/rosetta';
import { Card } from '#ui/card.tsx';
import { Fact, Facts } from '#ui/facts.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { sentences } from '#ui/sentences.ts';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';

const systemNames: Readonly<Record<string, string>> = { darwin: 'macOS', linux: 'Linux', windows: 'Windows' };

/** The facts about the machine that matter for Go, and the disk space that Go uses. */
export function MachineCard(): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { data: machine, error, refetch } = useQuery(orpc.machine.show.queryOptions());
  const toolchains = useQuery(orpc.toolchains.list.queryOptions()).data?.toolchains;
  const loginShell = machine?.shells.find((shell) => shell.login);
  const byDefault = toolchains?.find((toolchain) => toolchain.default);
  return (
    <Card
      quietTitle
      title={t(machine?.os === 'darwin' ? 'overview.machine.mac' : 'overview.machine.other')}
      aside={machine?.translated ? <Tag tone="warn">{t('overview.machine.translated')}</Tag> : null}
    >
      {error ? (
        <FailureNote error={error} onRetry={() => void refetch()} />
      ) : (
        <Facts>
          <Fact name={t('overview.machine.processor')}>
            {machine && `${machine.processor}, ${machine.arch}`}
          </Fact>
          <Fact name={t('overview.machine.system')}>{machine && systemOf(machine)}</Fact>
          {machine?.libc ? (
            <Fact name={t('overview.machine.libc')}>
              {[machine.libc.name, machine.libc.version].filter(Boolean).join(' ')}
            </Fact>
          ) : null}
          {machine && !loginShell ? null : (
            <Fact name={t('overview.machine.shell')}>
              {loginShell && [loginShell.name, loginShell.version].filter(Boolean).join(' ')}
            </Fact>
          )}
          <Fact name={t('overview.machine.default')}>
            {toolchains &&
              (byDefault ? (
                <span className="flex flex-wrap items-center justify-end gap-1.5">
                  {byDefault.adopted?.gone ? <Tag tone="bad">{t('adopt.gone')}</Tag> : null}
                  {byDefault.version}
                </span>
              ) : (
                <span className="text-faint">{t('overview.machine.noDefault')}</span>
              ))}
          </Fact>
          <Fact name={t('overview.machine.disk')}>
            {toolchains && (
              <>
                <Bytes value={toolchains.reduce((sum, toolchain) => sum + toolchain.bytes, 0)} />{' '}
                <span className="text-faint">
                  · {t('overview.machine.toolchains', { count: toolchains.length })}
                </span>
              </>
            )}
          </Fact>
        </Facts>
      )}
      {machine?.translated ? (
        <p className="border-t border-line-2 pt-2.5 text-sm text-warn">
          {sentences([t('overview.machine.translatedHint'), rosettaEnds[locale]], locale)}
        </p>
      ) : null}
    </Card>
  );
}

/** The system with its version. On Linux the version already contains the name of the distribution. */
function systemOf({ os, osVersion }: Machine): string {
  return /^\d/.test(osVersion) ? `${systemNames[os] ?? os} ${osVersion}` : osVersion;
}
