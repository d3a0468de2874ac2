import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { Page } from '#shared/page.tsx';
import { pathLine } from '#shared/versions/index.ts';
import { Card } from '#ui/card.tsx';
import { CommandLine, CopyButton } from '#ui/copy.tsx';
import { Fact, Facts } from '#ui/facts.tsx';
import { AppearanceCard } from './appearance-card.tsx';
import { OutsideCard } from './outside-card.tsx';
import { EditorCard } from './editor-card.tsx';
import { KeyboardCard } from './keyboard-card.tsx';
import { SourceCard } from './source-card.tsx';
import { SwitchingCard } from './switching-card.tsx';

/** The settings, and where Burrow stores its files. */
export function SettingsPage(): ReactElement {
  const { t } = useTranslation();
  const machine = useQuery(orpc.machine.show.queryOptions()).data;
  return (
    <Page title={t('shell.page.settings')}>
      <div className="grid max-w-[760px] gap-3.5">
        <AppearanceCard />
        <KeyboardCard />
        <SwitchingCard />
        <OutsideCard />
        <EditorCard />
        <SourceCard />
        <Card
          title={t('settings.terminal')}
          aside={
            <Link to="/environment" className="rounded-[4px] font-medium text-accent hover:underline">
              {t('settings.toEnvironment')}
            </Link>
          }
        >
          <p className="mb-2.5 text-muted">{t('settings.pathHint')}</p>
          <CommandLine text={machine ? pathLine(machine) : ' '} />
        </Card>
        <Card title={t('settings.about')}>
          <Facts>
            <Fact name={t('settings.version')}>{machine?.burrowVersion}</Fact>
            <Fact
              name={
                <>
                  {t('settings.home')}
                  <span className="block text-sm text-faint">{t('settings.homeHint')}</span>
                </>
              }
            >
              {machine && (
                <span className="flex items-center gap-1">
                  <code className="break-all">{machine.burrowHome}</code>
                  <CopyButton text={machine.burrowHome} label={t('toolchains.copyPath')} />
                </span>
              )}
            </Fact>
          </Facts>
        </Card>
      </div>
    </Page>
  );
}
