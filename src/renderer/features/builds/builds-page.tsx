import { useNavigate, useSearch } from '@tanstack/react-router';
import Box from 'lucide-react/icons/box';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { useProject } from '#shared/projects/index.ts';
import { Page } from '#shared/page.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { BuildActions } from './build-actions.tsx';
import { BuildDetailDialog } from './detail/build-detail-dialog.tsx';
import { HistoryProblems } from './history-problems.tsx';
import { BulkProgress } from './list/bulk-progress.tsx';
import { BuildsList } from './list/builds-list.tsx';
import { chosenFilters } from './list/choices.ts';
import { useBuildPages } from './list/use-build-pages.ts';
import { useChoices } from './list/use-choices.ts';
import { RunningBuilds } from './run/running-builds.tsx';
import { writeChosen } from './several/chosen.ts';
import { TrendCard } from './trend/trend-card.tsx';

/** The build history of the chosen project. Choosing another project resets the page's state. */
export function BuildsPage(): ReactElement {
  const project = useProject();
  return <HistoryPage key={project} project={project} />;
}

/** The history: a chart of sizes, the list, and the selection of builds to compare. */
function HistoryPage({ project }: { project: string | null }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { build: detailed = null } = useSearch({ strict: false });
  const chosen = useChoices(project);
  const builds = useBuildPages(chosen.filter, chosen.order);
  const { rows, first, total } = builds;
  const lastSubject = rows.find(({ build }) => build.kind === 'program')?.build.subject;
  const compare = (ids: readonly string[]) => {
    const [a, b, ...more] = ids;
    const isPair = a !== undefined && b !== undefined && more.length === 0;
    void navigate({
      to: '/compare',
      search: (before) => ({ project: before.project, ...(isPair ? { a, b } : { of: writeChosen(ids) }) }),
    });
  };
  const showDetails = (build: string | undefined) => {
    // *Back* closes what was opened.
    void navigate({
      to: '/builds',
      search: (before) => {
        const { build: _, ...rest } = before;
        return build === undefined ? rest : { ...rest, build };
      },
      replace: build === undefined,
    });
  };
  // An image has a page of its own.
  const details = ({ id, kind }: Build) => {
    if (kind === 'program') showDetails(id);
    else void navigate({ to: '/images', search: (before) => ({ project: before.project, id }) });
  };
  const isEmpty = total === 0 && first?.rows.length === 0 && chosenFilters(chosen.choices).length === 0;
  const actions = <BuildActions project={project} lastSubject={lastSubject} />;

  return (
    <Page title={t('shell.page.builds')} actions={isEmpty ? null : actions}>
      <RunningBuilds />
      <BulkProgress />
      {first ? <HistoryProblems {...first} /> : null}
      {isEmpty ? (
        <Card>
          <EmptyState icon={<Box size={20} aria-hidden />} title={t('builds.emptyTitle')} actions={actions}>
            {t('builds.emptyBody')}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-3.5">
          <TrendCard project={project} kind={chosen.filter.kind} />
          <BuildsList
            project={project}
            chosen={chosen}
            builds={builds}
            onCompare={compare}
            onDetails={details}
          />
        </div>
      )}
      <BuildDetailDialog
        id={detailed}
        known={rows.find(({ build }) => build.id === detailed)?.build}
        onClose={() => showDetails(undefined)}
      />
    </Page>
  );
}
