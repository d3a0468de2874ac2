import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/builds';
import type { Bucket } from '#contract/binaries';
import { Card } from '#ui/card.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { GrowthList } from './growth-list.tsx';

const programViews = ['packages', 'buckets', 'sections'] as const;

/** What grew and what shrank: by package, by kind of content, by section; for images by layer. */
export function GrowthCard({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<(typeof programViews)[number]>('packages');
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
      <GrowthList
        key={view}
        label={t('builds.comparison.grew')}
        rows={comparison[view]}
        {...(view === 'buckets'
          ? { name: (raw: string) => t(`builds.bucket.${raw as Bucket['name']}`) }
          : {})}
      />
    </Card>
  );
}
