import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/builds';
import { Card } from '#ui/card.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { GrowthList } from './growth-list.tsx';
import { typesMoved } from './types-moved.ts';

const programViews = ['packages', 'buckets', 'sections'] as const;

/**
 * The view to show first. Usually packages explain a change, but stripped symbols or another debug format change a
 * program's size without changing its code. If packages explain less than half of the change, show the kinds of content.
 */
function firstView({ change, packages }: Comparison): (typeof programViews)[number] {
  const explained = packages.reduce((sum, row) => sum + (row.change ?? 0), 0);
  return Math.abs(explained) * 2 < Math.abs(change.change ?? 0) ? 'buckets' : 'packages';
}

/** What changed, by package, kind of content or section; for images by layer. */
export function GrowthCard({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(() => firstView(comparison));
  const isImage = comparison.a.kind === 'image';
  const view = isImage ? 'layers' : chosen;
  return (
    <Card
      title={t('builds.comparison.grew')}
      aside={
        isImage ? null : (
          <Segmented
            label={t('builds.comparison.by.label')}
            value={chosen}
            onChange={setChosen}
            choices={programViews.map((each) => ({ value: each, label: t(`builds.comparison.by.${each}`) }))}
          />
        )
      }
    >
      <GrowthList key={view} kind={view} label={t('builds.comparison.grew')} rows={comparison[view]} />
      {view === 'buckets' && typesMoved(comparison.a.goVersion, comparison.b.goVersion) ? (
        <p className="mt-2.5 text-sm text-faint">{t('builds.comparison.typesMoved')}</p>
      ) : null}
    </Card>
  );
}
