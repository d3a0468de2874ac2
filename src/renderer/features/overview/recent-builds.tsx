import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { loadPageTexts } from '#shared/i18n/index.ts';
import { Card } from '#ui/card.tsx';
import { CommandLine } from '#ui/copy.tsx';
import { Skeleton } from '#ui/skeleton.tsx';

const TrendCard = lazy(async () => {
  const [{ TrendCard: card }] = await Promise.all([
    import('#features/builds/trend/trend-card.tsx'),
    loadPageTexts(),
  ]);
  return { default: card };
});

/** The trend of the most recent builds, or how to make the first build. */
export function RecentBuilds({ project }: { project: string | null }): ReactElement | null {
  const { t } = useTranslation();
  const filter = project === null ? {} : { project };
  const count = useQuery(orpc.builds.count.queryOptions({ input: { filter } })).data;
  if (count === undefined) return null;
  if (count.total === 0) {
    return project === null ? null : (
      <Card title={t('overview.builds.none')}>
        <p className="mb-2.5 text-muted">{t('overview.builds.noneHint')}</p>
        <FirstBuild project={project} />
      </Card>
    );
  }
  return (
    <Suspense fallback={<Card className="h-[310px]" />}>
      <TrendCard
        project={project}
        aside={
          <Link to="/builds" className="rounded-[4px] font-medium text-accent hover:underline">
            {t('overview.builds.all')}
          </Link>
        }
      />
    </Suspense>
  );
}

/** The command that builds the first program of the project. */
function FirstBuild({ project }: { project: string }): ReactElement {
  const { data, isPending } = useQuery(orpc.builds.mainPackages.queryOptions({ input: { dir: project } }));
  if (isPending) return <Skeleton className="h-9 max-w-[460px]" />;
  return <CommandLine text={`burrow build ${data?.packages[0] ?? '.'}`} className="max-w-[460px]" />;
}
