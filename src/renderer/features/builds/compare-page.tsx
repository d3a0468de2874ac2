import '#contract/image-contents-failures';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import GitCompare from 'lucide-react/icons/git-compare';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ImageComparison } from '#features/images/comparison/image-comparison.tsx';
import { orpc } from '#shared/client.ts';
import { useProject } from '#shared/projects/index.ts';
import { Page } from '#shared/page.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Path } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { CompareActions } from './compare/compare-actions.tsx';
import { type Pair, presetPair } from './compare/pair.ts';
import { SettingsCard } from './compare/settings-card.tsx';
import { VerdictCard } from './compare/verdict/verdict-card.tsx';
import { WhereCard } from './compare/where/where-card.tsx';
import { LogCard } from './log/log-card.tsx';
import { readChosen } from './several/chosen.ts';
import { SeveralPage } from './several/several-page.tsx';

/** Compares builds: two of them, or several that are in the address. */
export function ComparePage(): ReactElement {
  const { of } = useSearch({ from: '/compare' });
  const ids = readChosen(of ?? '');
  return ids.length > 1 ? <SeveralPage key={of} ids={ids} /> : <PairPage />;
}

/** Compares two builds: by how much the size changed, and why. Builds that are not in the address are preselected. */
function PairPage(): ReactElement {
  const { t } = useTranslation();
  const project = useProject();
  const { a, b } = useSearch({ from: '/compare' });
  const navigate = useNavigate();
  const isWhole = Boolean(a && b);
  const scope = project === null ? {} : { project };
  const newest = useQuery(
    orpc.builds.page.queryOptions({ input: { filter: scope, limit: 200 }, enabled: !isWhole }),
  );
  // A build that was given may be older than those.
  const given = a ?? b;
  const found = useQuery(
    orpc.builds.page.queryOptions({
      input: { filter: { text: given ?? '' }, limit: 20 },
      enabled: !isWhole && given !== undefined,
    }),
  );
  const isKnown = newest.isSuccess && (given === undefined || !found.isPending);
  const pair =
    a && b ? { a, b } : isKnown ? presetPair(newest.data.rows, found.data?.rows ?? [], { a, b }) : null;
  const go = (next: Partial<Pair>, replace = false) => {
    void navigate({ to: '/compare', search: (before) => ({ ...before, ...next }), replace });
  };
  const isPreset = pair !== null && (pair.a !== a || pair.b !== b);
  useEffect(() => {
    if (isPreset) go(pair, true);
  });
  return pair === null ? (
    <Page title={t('builds.comparison.title')}>
      <Card>
        {newest.isError ? (
          <FailureNote error={newest.error} onRetry={() => void newest.refetch()} />
        ) : isKnown ? (
          <EmptyState icon={<GitCompare size={20} aria-hidden />} title={t('builds.comparison.noTwo')}>
            {t('builds.comparison.noTwoHint')}
          </EmptyState>
        ) : (
          <Skeleton className="h-60 w-full" />
        )}
      </Card>
    </Page>
  ) : (
    <Compared pair={pair} onChoose={go} />
  );
}

function Compared({ pair, onChoose }: { pair: Pair; onChoose: (next: Partial<Pair>) => void }): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useQuery(orpc.builds.compare.queryOptions({ input: pair }));
  const title = t(data?.images ? 'images.comparison.title' : 'builds.comparison.title');
  const ofOneThing = data && data.a.subject === data.b.subject;
  return (
    <Page
      title={title}
      beside={
        ofOneThing ? (
          <Tag className="max-w-full font-medium">
            <Path path={data.b.subject} />
          </Tag>
        ) : null
      }
      actions={<CompareActions comparison={data} onSwap={() => onChoose({ a: pair.b, b: pair.a })} />}
    >
      <div className="grid gap-3.5">
        <VerdictCard pair={pair} comparison={data} error={error} onChoose={onChoose} />
        {data && data.images && data.a.id !== data.b.id ? (
          <ImageComparison
            key={`${pair.a} ${pair.b}`}
            comparison={data}
            images={data.images}
            beside={<SettingsCard comparison={data} />}
          />
        ) : null}
        {data && !data.images && data.a.id !== data.b.id ? (
          <>
            <WhereCard key={`${pair.a} ${pair.b}`} comparison={data} />
            <div className="grid grid-cols-[repeat(auto-fit,minmax(min(400px,100%),1fr))] items-start gap-3.5">
              <SettingsCard comparison={data} />
              <LogCard comparison={data} />
            </div>
          </>
        ) : null}
      </div>
    </Page>
  );
}
