import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Box from 'lucide-react/icons/box';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { orpc } from '#shared/client.ts';
import { useProject } from '#shared/projects/index.ts';
import { Page } from '#shared/page.tsx';
import { Card } from '#ui/card.tsx';
import { CommandLine } from '#ui/copy.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { BuildActions } from './build-actions.tsx';
import { BuildDetailDialog } from './detail/build-detail-dialog.tsx';
import { BuildsTable } from './builds-table.tsx';
import { ChoiceBar } from './choice-bar.tsx';
import { HistoryProblems } from './history-problems.tsx';
import { maxBuilds, writeChosen } from './several/chosen.ts';
import { RunningBuilds } from './run/running-builds.tsx';
import { TrendCard } from './trend/trend-card.tsx';

const kinds = ['all', 'program', 'image'] as const;
type Kind = (typeof kinds)[number];

/** The build history of the chosen project. Choosing another project resets the page's state. */
export function BuildsPage(): ReactElement {
  const project = useProject();
  return <HistoryPage key={project} project={project} />;
}

/** The history: a chart of sizes, the list, and the selection of builds to compare. */
function HistoryPage({ project }: { project: string | null }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('all');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [detailed, setDetailed] = useState<Build | null>(null);
  const history = useQuery(
    orpc.builds.history.queryOptions({ input: { limit: 1000, ...(project === null ? {} : { project }) } }),
  );
  const builds = useMemo(
    () => (history.data?.builds ?? []).filter((build) => kind === 'all' || build.kind === kind),
    [history.data, kind],
  );
  const compare = (a: string, b: string) => {
    void navigate({ to: '/compare', search: (before) => ({ ...before, a, b }) });
  };
  const compareAll = (ids: readonly string[]) => {
    const [a, b, ...more] = ids;
    if (a !== undefined && b !== undefined && more.length === 0) compare(a, b);
    else void navigate({ to: '/compare', search: (before) => ({ ...before, of: writeChosen(ids) }) });
  };
  const choose = (id: string) =>
    setChosen((before) =>
      before.includes(id) ? before.filter((each) => each !== id) : [...before, id].slice(-maxBuilds),
    );
  const lastSubject = history.data?.builds.find((build) => build.kind === 'program')?.subject;
  const isEmpty = history.isSuccess && history.data.total === 0;

  return (
    <Page
      title={t('shell.page.builds')}
      actions={<BuildActions project={project} lastSubject={lastSubject} />}
    >
      <RunningBuilds />
      {history.data ? <HistoryProblems {...history.data} /> : null}
      {history.isError ? (
        <Card>
          <FailureNote error={history.error} onRetry={() => void history.refetch()} />
        </Card>
      ) : isEmpty ? (
        <Card>
          <EmptyState icon={<Box size={20} aria-hidden />} title={t('builds.emptyTitle')}>
            <p>{t('builds.emptyBody')}</p>
            <p className="mt-4 mb-1.5">{t('builds.emptyCommand')}</p>
            <CommandLine text="burrow build ./cmd/server" className="text-left" />
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-3.5">
          {history.isPending ? (
            <Card>
              <Skeleton className="h-[270px] w-full" />
            </Card>
          ) : (
            <TrendCard project={project} kind={kind === 'all' ? undefined : kind} />
          )}
          <Card
            className="pb-1.5"
            beside={
              <Segmented
                label={t('builds.kind.label')}
                value={kind}
                onChange={setKind}
                choices={kinds.map((each) => ({ value: each, label: t(`builds.kind.${each}`) }))}
              />
            }
            aside={<ChoiceBar chosen={chosen} onClear={() => setChosen([])} onCompare={compareAll} />}
          >
            <BuildsTable
              builds={builds}
              allProjects={project === null}
              chosen={chosen}
              onChoose={choose}
              onCompare={compare}
              onDetails={setDetailed}
            />
          </Card>
        </div>
      )}
      <BuildDetailDialog build={detailed} onClose={() => setDetailed(null)} />
    </Page>
  );
}
