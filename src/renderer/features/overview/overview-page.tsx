import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { useProject, useProjects } from '#shared/projects/index.ts';
import { Page } from '#shared/page.tsx';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/cx.ts';
import { GettingStarted } from './getting-started.tsx';
import { HealthCard } from './health/health-card.tsx';
import { MachineCard } from './machine-card.tsx';
import { RecentBuilds } from './recent-builds.tsx';

// A first start has no project.
const ProjectsCard = lazy(async () => ({ default: (await import('./projects-card.tsx')).ProjectsCard }));
const WhichGoCard = lazy(async () => ({ default: (await import('./which-go-card.tsx')).WhichGoCard }));

/**
 * Whether all is well with the machine; then which Go is selected in the chosen project and why, or the Go of every
 * project if none is chosen.
 */
export function OverviewPage(): ReactElement {
  const { t } = useTranslation();
  const project = useProject();
  const projects = useProjects();
  const toolchains = useQuery(orpc.toolchains.list.queryOptions()).data?.toolchains;
  const hasToolchain = (toolchains?.length ?? 1) > 0;
  const hasProject = (projects?.length ?? 1) > 0 || project !== null;
  const starting = !hasToolchain || !hasProject;
  return (
    <Page title={t('shell.page.overview')}>
      <HealthCard key={project} canSetUp={!starting} />
      <div
        className={cx(
          'grid grid-cols-[minmax(0,1.65fr)_minmax(0,1fr)] gap-3.5 max-[1020px]:grid-cols-1',
          starting && 'items-start',
        )}
      >
        <div className="grid min-w-0 gap-3.5">
          {starting ? <GettingStarted hasToolchain={hasToolchain} hasProject={hasProject} /> : null}
          <Suspense fallback={<Card className="h-[290px]" />}>
            {project !== null ? (
              <WhichGoCard key={project} project={project} />
            ) : hasProject ? (
              <ProjectsCard projects={projects} />
            ) : null}
          </Suspense>
        </div>
        <MachineCard />
      </div>
      {starting ? null : (
        <div className="mt-3.5">
          <RecentBuilds key={project} project={project} />
        </div>
      )}
    </Page>
  );
}
