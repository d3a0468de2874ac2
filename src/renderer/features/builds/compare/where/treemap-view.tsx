import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/comparison';
import { formatByteChange } from '#contract/units';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { programTree } from '#contract/report/program-tree';
import { Treemap } from '../../treemap/treemap.tsx';
import { useDetails } from './use-details.ts';

/** Program B as a treemap, coloured by what changed since A. */
export function TreemapView({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const { details, error } = useDetails(comparison);
  const parts = useMemo(
    () => details && programTree(details.b, details.a, comparison.moves),
    [details, comparison.moves],
  );
  if (error) return <FailureNote error={error} />;
  if (!parts) return <Skeleton className="h-[420px] w-full" />;
  if (!details?.b.packages.length) {
    return <EmptyState title={t('comparison.treemap.none')}>{t('builds.detail.packagesUnknown')}</EmptyState>;
  }
  return (
    <>
      <Treemap parts={parts} label={t('comparison.treemap.label', { id: comparison.b.id })} />
      <Removed comparison={comparison} />
    </>
  );
}

/** What has no area, because B does not have it. */
function Removed({ comparison }: { comparison: Comparison }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const removed = comparison.packages.filter(({ b }) => b === null);
  if (removed.length === 0) return null;
  const change = removed.reduce((sum, each) => sum + (each.change ?? 0), 0);
  return (
    <p className="mt-2.5 text-sm text-muted">
      {t('comparison.treemap.removed', { count: removed.length, change: formatByteChange(change, locale) })}
    </p>
  );
}
