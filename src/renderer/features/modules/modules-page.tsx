import '#contract/module-failures';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import CloudDownload from 'lucide-react/icons/cloud-download';
import Package from 'lucide-react/icons/package';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { overlays } from '#shared/overlays.ts';
import { Page } from '#shared/page.tsx';
import { useProject } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { ChecksCard } from './checks-card.tsx';
import { ModuleTable } from './module-table.tsx';
import { ProjectCard } from './project-card.tsx';
import { WhyDialog } from './why-dialog.tsx';

/** The modules of the chosen project. Choosing another project resets the page's state. */
export function ModulesPage(): ReactElement {
  const { t } = useTranslation();
  const project = useProject();
  if (project !== null) return <ProjectModules key={project} dir={project} />;
  return (
    <Page title={t('shell.page.modules')}>
      <Card>
        <EmptyState
          icon={<Package size={20} aria-hidden />}
          title={t('modules.noProject')}
          actions={
            <Button variant="primary" onClick={() => overlays.open({ name: 'open-project' })}>
              {t('modules.openProject')}
            </Button>
          }
        >
          {t('modules.noProjectHint')}
        </EmptyState>
      </Card>
    </Page>
  );
}

function ProjectModules({ dir }: { dir: string }): ReactElement {
  const { t } = useTranslation();
  const [online, setOnline] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const list = useQuery({
    ...orpc.modules.list.queryOptions({ input: { dir, online } }),
    placeholderData: keepPreviousData,
    // Each reading starts Go several times, and online it asks about every module.
    refetchOnWindowFocus: !online,
  });
  const isLooking = online && list.isFetching;
  return (
    <Page
      title={t('shell.page.modules')}
      actions={
        <Button
          icon={<CloudDownload size={14} aria-hidden />}
          disabled={isLooking}
          onClick={() => (online ? void list.refetch() : setOnline(true))}
        >
          {t(isLooking ? 'modules.looking' : 'modules.look')}
        </Button>
      }
    >
      <div className="grid gap-3.5">
        {list.error ? (
          <Card>
            <FailureNote error={list.error} onRetry={() => void list.refetch()} />
          </Card>
        ) : (
          <>
            <div className="grid grid-cols-[3fr_2fr] gap-3.5 max-[1100px]:grid-cols-1">
              <ProjectCard list={list.data} />
              <ChecksCard dir={dir} />
            </div>
            <ModuleTable list={list.data} onWhy={setAsked} />
          </>
        )}
      </div>
      {asked === null ? null : <WhyDialog dir={dir} target={asked} onClose={() => setAsked(null)} />}
    </Page>
  );
}
