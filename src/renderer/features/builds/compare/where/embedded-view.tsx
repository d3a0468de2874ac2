import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/comparison';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { GrowthList } from './growth-list.tsx';
import { embeddedRows } from './rows.ts';
import { useDetails } from './use-details.ts';

/** The files that were put into both programs with `//go:embed`. */
export function EmbeddedView({ comparison, label }: { comparison: Comparison; label: string }): ReactElement {
  const { t } = useTranslation();
  const { details, error } = useDetails(comparison);
  if (error) return <FailureNote error={error} />;
  if (!details) return <Skeleton className="h-40 w-full" />;
  const rows = embeddedRows(details.a, details.b);
  if (rows.length > 0) return <GrowthList rows={rows} label={label} />;
  return (
    <EmptyState title={t('comparison.embeddedNone')}>
      <InlineText text={t('comparison.embeddedHint')} />
    </EmptyState>
  );
}
