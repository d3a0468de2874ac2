import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { loadPageTexts } from '#shared/i18n/index.ts';
import { Card } from '#ui/card.tsx';
import { CommandLine } from '#ui/copy.tsx';

const TrendCard = lazy(async () => {
  const [{ TrendCard: card }] = await Promise.all([
    import('#features/builds/trend/trend-card.tsx'),
    loadPageTexts(),
  ]);
  return { default: card };
});

/** The number of builds in the chart. */
const maxBuilds = 60;

/** The sizes of recent builds as a chart, or how to make the first build. */
export function RecentBuilds({ project }: { project: string | null }): ReactElement | null {
  const { t } = useTranslation();
  const history = useQuery(
    orpc.builds.history.queryOptions({
      input: { limit: maxBuilds, ...(project === null ? {} : { project }) },
    }),
  ).data;
  if (history === undefined) return null;
  if (history.builds.length === 0) {
    return project === null ? null : (
      <Card title={t('overview.builds.none')}>
        <p className="mb-2.5 text-muted">{t('overview.builds.noneHint')}</p>
        <CommandLine text="burrow build ./cmd/server" className="max-w-[460px]" />
      </Card>
    );
  }
  return (
    <Suspense fallback={<Card className="h-[310px]" />}>
      <TrendCard
        builds={history.builds}
        allProjects={project === null}
        aside={
          <Link to="/builds" className="rounded-[4px] font-medium text-accent hover:underline">
            {t('overview.builds.all')}
          </Link>
        }
      />
    </Suspense>
  );
}
