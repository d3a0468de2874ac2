import { lazy, type ReactElement, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { recordedBytes } from '#contract/series';
import { Card } from '#ui/card.tsx';
import { ByteChange, Bytes } from '#ui/numbers.tsx';
import { Tag } from '#ui/tag.tsx';
import { firstToDraw, seriesOf } from './series.ts';
import { SeriesMenu } from './series-menu.tsx';

// Loads uPlot only when a chart is drawn.
const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }));

/** In CSS pixels. */
const height = 224;

/** The sizes of one series as a chart, with the newest size and its change since the previous build. */
export function TrendCard({
  builds,
  allProjects,
  aside,
  onOpen,
}: {
  /** Newest first, of any series. */
  builds: readonly Build[];
  /** Whether `builds` are of several projects, so that series need the project's name. */
  allProjects: boolean;
  aside?: ReactNode;
  onOpen?: (build: Build) => void;
}): ReactElement {
  const { t } = useTranslation();
  const all = useMemo(() => seriesOf(builds), [builds]);
  const [chosen, setChosen] = useState<string | null>(null);
  const series = all.find(({ key }) => key === chosen) ?? firstToDraw(all);
  const latest = series?.builds.at(-1);
  const before = series?.builds.at(-2);
  const [bytes, bytesBefore] = [latest && recordedBytes(latest), before && recordedBytes(before)];
  return (
    <Card
      title={t('builds.trend.title')}
      beside={
        series ? (
          <>
            <SeriesMenu all={all} series={series} withProject={allProjects} onChoose={setChosen} />
            <Tag>{t('builds.trend.count', { count: series.builds.length })}</Tag>
            {series.latest.kind === 'image' ? <Tag>{t('builds.trend.reported')}</Tag> : null}
          </>
        ) : null
      }
      aside={
        <>
          {bytes != null ? <Bytes value={bytes} className="font-semibold" /> : null}
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
