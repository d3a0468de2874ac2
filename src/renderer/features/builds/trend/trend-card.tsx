import { lazy, type ReactElement, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/builds';
import { recordedBytes } from '#contract/series';
import { folderName } from '#app/projects/current-project.ts';
import { Card } from '#ui/card.tsx';
import { ByteChange, Bytes } from '#ui/numbers.tsx';
import { Select } from '#ui/select.tsx';
import { Tag } from '#ui/tag.tsx';
import { type Series, seriesOf } from './series.ts';

// uPlot comes only where a line is drawn.
const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }));

const height = 210;

function seriesLabel({ latest }: Series, withProject: boolean): string {
  const target = latest.target ?? latest.image?.platform;
  const project = withProject && latest.project ? folderName(latest.project) : null;
  return [project, latest.subject, target].filter(Boolean).join(' · ');
}

/** How one thing's size went: a line, the newest size and what it grew by since the build before it. */
export function TrendCard({
  builds,
  allProjects,
  aside,
  onOpen,
}: {
  /** Newest first, of any series. */
  builds: readonly Build[];
  /** Several projects are in it, so series are named with theirs. */
  allProjects: boolean;
  aside?: ReactNode;
  onOpen?: (build: Build) => void;
}): ReactElement {
  const { t } = useTranslation();
  const all = useMemo(() => seriesOf(builds), [builds]);
  const [chosen, setChosen] = useState<string | null>(null);
  const series = all.find(({ key }) => key === chosen) ?? all[0];
  const latest = series?.builds.at(-1);
  const before = series?.builds.at(-2);
  const [bytes, bytesBefore] = [latest && recordedBytes(latest), before && recordedBytes(before)];
  return (
    <Card
      title={t('builds.trend.title')}
      aside={
        <>
          {bytes != null ? <Bytes value={bytes} /> : null}
          {bytes != null && bytesBefore != null ? (
            <>
              <ByteChange value={bytes - bytesBefore} />
              <span className="text-faint">{t('builds.trend.since', { id: before?.id })}</span>
            </>
          ) : null}
          {aside}
        </>
      }
    >
      {series ? (
        <>
          <div className="mb-2 flex flex-wrap items-center gap-2">
            {all.length > 1 ? (
              <Select
                label={t('builds.trend.series')}
                value={series.key}
                onChange={setChosen}
                choices={all.map((each) => ({ value: each.key, label: seriesLabel(each, allProjects) }))}
              />
            ) : (
              <code className="text-muted">{seriesLabel(series, allProjects)}</code>
            )}
            <Tag>{t('builds.trend.count', { count: series.builds.length })}</Tag>
            {series.latest.kind === 'image' ? <Tag>{t('builds.trend.reported')}</Tag> : null}
          </div>
          <div style={{ minHeight: height }}>
            <Suspense>
              <TrendChart builds={series.builds} height={height} {...(onOpen ? { onOpen } : {})} />
            </Suspense>
          </div>
          {series.builds.length === 1 ? <p className="text-sm text-faint">{t('builds.trend.one')}</p> : null}
        </>
      ) : (
        <p className="py-6 text-center text-muted">{t('builds.trend.nothing')}</p>
      )}
    </Card>
  );
}
