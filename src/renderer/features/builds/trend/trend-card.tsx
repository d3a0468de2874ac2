import { lazy, type ReactElement, type ReactNode, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { measureFor } from './measure.ts';
import { within } from './range.ts';
import { NewestValue } from './newest-value.tsx';
import { SeriesChooser } from './series-chooser.tsx';
import { TrendLegend } from './trend-legend.tsx';
import { TrendTable } from './trend-table.tsx';
import { TrendToolbar } from './trend-toolbar.tsx';
import { useCompareBefore } from './use-compare-before.ts';
import { type SeriesScope, useSeries } from './use-series.ts';
import { useTrend } from './use-trend.ts';
import { useTrendSearch } from './use-trend-search.ts';
import { hasValues, type View, visible } from './view.ts';

// Loads uPlot only when a chart is drawn.
const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }));

/** In CSS pixels. */
const height = 240;

/**
 * How the builds of one series came to be what they are: their sizes, build times or packages as a chart or a table. What it shows
 * stands in the address.
 */
export function TrendCard({
  project,
  kind,
  aside,
}: SeriesScope & {
  /** At the end of the header. */
  aside?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const scope = { project, kind };
  const [choice, choose] = useTrendSearch();
  const { recent, drawn, isPending, error: listError } = useSeries(scope, choice.series);
  const kindDrawn = drawn?.latest.kind ?? 'program';
  const measure = measureFor(kindDrawn, choice.measure);
  const { trend, error, refetch } = useTrend(drawn?.series, measure, choice.range);
  const compare = useCompareBefore(drawn?.series);
  const { points, total } = trend ?? {};
  // The address gives a new range each time that it is read.
  const { from, to } = choice.range ?? {};
  const view = useMemo((): View | null => {
    if (points === undefined || total === undefined) return null;
    const isWhole = from === undefined || to === undefined;
    return { points, total, range: isWhole ? null : within({ from, to }, total), measure };
  }, [points, total, from, to, measure]);
  const failed = listError ?? error;
  const countWords = (count: number) => t('trend.count', { count, n: count.toLocaleString(locale) });
  return (
    <Card
      title={t('trend.title')}
      beside={
        drawn ? (
          <>
            <SeriesChooser
              scope={scope}
              recent={recent}
              drawn={drawn}
              onChoose={(series) => choose({ series })}
            />
            <Tag>{countWords(trend?.total ?? drawn.count)}</Tag>
            {kindDrawn === 'image' ? (
              <Tag>{t(measure === 'size' ? 'trend.reported' : 'trend.read')}</Tag>
            ) : null}
          </>
        ) : null
      }
      aside={
        <>
          {trend ? <NewestValue newest={trend.newest} measure={measure} /> : null}
          {aside}
        </>
      }
    >
      {failed ? (
        <FailureNote error={failed} onRetry={() => void refetch()} />
      ) : view && trend && drawn ? (
        <>
          <TrendToolbar
            kind={kindDrawn}
            total={view.total}
            choice={{ ...choice, measure }}
            range={view.range}
            onChoose={choose}
          />
          {choice.asTable ? (
            <TrendTable view={view} reduced={trend.reduced} onOpen={compare} />
          ) : (
            <>
              <div className="flex flex-col justify-center" style={{ minHeight: height }}>
                {hasValues(view) ? (
                  <Suspense>
                    <TrendChart
                      view={view}
                      height={height}
                      onRange={(range) => choose({ range })}
                      onOpen={compare}
                    />
                  </Suspense>
                ) : (
                  <p className="text-center text-muted">{t('trend.noValues')}</p>
                )}
              </div>
              {hasValues(view) ? <TrendLegend points={visible(view)} /> : null}
            </>
          )}
          {view.total === 1 ? <p className="text-sm text-faint">{t('trend.one')}</p> : null}
        </>
      ) : isPending || drawn ? (
        <Skeleton className="h-[280px] w-full" />
      ) : (
        <p className="py-6 text-center text-muted">{t('trend.nothing')}</p>
      )}
    </Card>
  );
}
