import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import GitCompare from 'lucide-react/icons/git-compare';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build, Comparison } from '#contract/builds';
import { recordedBytes } from '#contract/series';
import { orpc } from '#app/client.ts';
import { useProject } from '#app/projects/current-project.ts';
import { Page } from '#app/shell/page.tsx';
import { Button, IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { say } from '#ui/toast.tsx';
import { ChangeCard } from './compare/change-card.tsx';
import { GrowthCard } from './compare/growth-card.tsx';
import { comparisonMarkdown } from './compare/markdown.ts';
import { ModulesCard } from './compare/modules-card.tsx';
import { SettingsCard } from './compare/settings-card.tsx';
import { SideCard } from './compare/side-card.tsx';

/** Two builds side by side: by how much it changed, and why. */
export function ComparePage(): ReactElement {
  const { t } = useTranslation();
  const project = useProject();
  const { a, b } = useSearch({ from: '/compare' });
  const navigate = useNavigate();
  const history = useQuery(
    orpc.builds.history.queryOptions({ input: { limit: 1000, ...(project === null ? {} : { project }) } }),
  );
  const comparison = useQuery(
    orpc.builds.compare.queryOptions({ input: { a: a ?? '', b: b ?? '' }, enabled: Boolean(a && b) }),
  );
  const go = (next: { a?: string | undefined; b?: string | undefined }) => {
    void navigate({
      to: '/compare',
      search: (before) => ({
        ...before,
        ...(next.a ? { a: next.a } : {}),
        ...(next.b ? { b: next.b } : {}),
      }),
    });
  };
  const { data } = comparison;

  return (
    <Page
      title={t('builds.comparison.title')}
      beside={data ? <Tag>{data.b.subject}</Tag> : null}
      actions={data ? <Actions comparison={data} onSwap={() => go({ a: b, b: a })} /> : null}
    >
      {!a || !b ? (
        <Card>
          <EmptyState icon={<GitCompare size={20} aria-hidden />} title={t('builds.comparison.title')}>
            {t('builds.comparison.choose')}
          </EmptyState>
        </Card>
      ) : comparison.isError ? (
        <Card>
          <FailureNote error={comparison.error} onRetry={() => void comparison.refetch()} />
        </Card>
      ) : data ? (
        <Sides comparison={data} builds={history.data?.builds ?? []} onChoose={go} />
      ) : (
        <Skeleton className="h-60 w-full" />
      )}
    </Page>
  );
}

function Actions({ comparison, onSwap }: { comparison: Comparison; onSwap: () => void }): ReactElement {
  const { t } = useTranslation();
  const copy = async () => {
    await navigator.clipboard.writeText(comparisonMarkdown(comparison));
    say(t('builds.comparison.copied'));
  };
  return (
    <>
      <IconButton label={t('builds.comparison.swap')} onClick={onSwap}>
        <ArrowLeftRight size={15} aria-hidden />
      </IconButton>
      <Button onClick={() => void copy()}>{t('builds.comparison.copyMarkdown')}</Button>
    </>
  );
}

/** The builds a side can be changed to: of its kind, with a size; the side itself is always there. */
function choicesFor(side: Build, builds: readonly Build[]): Build[] {
  const fitting = builds.filter((build) => build.kind === side.kind && recordedBytes(build) !== null);
  return fitting.some(({ id }) => id === side.id) ? fitting : [side, ...fitting];
}

function Sides({
  comparison,
  builds,
  onChoose,
}: {
  comparison: Comparison;
  builds: readonly Build[];
  onChoose: (next: { a?: string; b?: string }) => void;
}): ReactElement {
  const { a, b, change } = comparison;
  return (
    <div className="grid gap-3.5">
      <div className="grid grid-cols-3 gap-3.5 max-[980px]:grid-cols-2">
        <SideCard
          side="A"
          build={a}
          bytes={change.a}
          choices={choicesFor(a, builds)}
          onChoose={(id) => onChoose({ a: id })}
        />
        <SideCard
          side="B"
          build={b}
          bytes={change.b}
          choices={choicesFor(b, builds)}
          onChoose={(id) => onChoose({ b: id })}
        />
        <ChangeCard comparison={comparison} />
      </div>
      <GrowthCard key={`${a.id} ${b.id}`} comparison={comparison} />
      <div className="grid grid-cols-2 items-start gap-3.5 max-[980px]:grid-cols-1">
        <SettingsCard comparison={comparison} />
        {a.kind === 'program' ? <ModulesCard comparison={comparison} /> : null}
      </div>
    </div>
  );
}
