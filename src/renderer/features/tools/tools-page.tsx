import { useQuery } from '@tanstack/react-query';
import Hammer from 'lucide-react/icons/hammer';
import Wrench from 'lucide-react/icons/wrench';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { Page } from '#shared/page.tsx';
import type { RebuildRequest } from '#contract/tools';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CommandLine } from '#ui/copy.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { RebuildDialog } from './rebuild-dialog.tsx';
import { ToolTable } from './tool-table.tsx';
import { ToolsFoot } from './tools-foot.tsx';

/** The programs installed with `go install`, with the Go that built them and whether they should be rebuilt. */
export function ToolsPage(): ReactElement {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.tools.list.queryOptions());
  const [rebuilding, setRebuilding] = useState<Pick<RebuildRequest, 'names' | 'which'> | null>(null);
  const tools = data?.tools;
  const outdated = (tools ?? []).filter(({ needsRebuild }) => needsRebuild).length;
  const canBuild = (tools ?? []).some(({ obstacle }) => obstacle === null);
  return (
    <Page
      title={t('shell.page.tools')}
      actions={
        canBuild ? (
          <Button icon={<Hammer size={14} aria-hidden />} onClick={() => setRebuilding({ which: 'all' })}>
            {t('tools.rebuildAll')}
          </Button>
        ) : null
      }
    >
      {outdated > 0 ? (
        <div className="mb-3 flex items-center gap-2.5 rounded-control bg-accent-soft py-1.5 pr-1.5 pl-3">
          <Hammer size={15} aria-hidden className="shrink-0 text-accent" />
          <span className="num flex-1 font-medium">{t('tools.want', { count: outdated })}</span>
          <Button onClick={() => setRebuilding({ which: 'needed' })}>{t('tools.rebuildThese')}</Button>
        </div>
      ) : null}
      <Card className="pb-1.5">
        {error ? (
          <FailureNote error={error} onRetry={() => void refetch()} className="pb-2.5" />
        ) : tools?.length === 0 ? (
          <EmptyState
            icon={<Wrench size={20} aria-hidden />}
            title={t('tools.emptyTitle')}
            actions={<CommandLine text="go install golang.org/x/tools/gopls@latest" className="text-left" />}
          >
            {t('tools.empty')}
          </EmptyState>
        ) : (
          <ToolTable
            tools={tools}
            goVersion={data?.goVersion ?? null}
            onRebuild={(path) => setRebuilding({ names: [path] })}
          />
        )}
      </Card>
      {data ? <ToolsFoot list={data} /> : null}
      {rebuilding ? <RebuildDialog request={rebuilding} onClose={() => setRebuilding(null)} /> : null}
    </Page>
  );
}
