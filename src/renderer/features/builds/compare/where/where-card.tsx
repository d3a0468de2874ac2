import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/builds';
import { Card } from '#ui/card.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { EmbeddedView } from './embedded-view.tsx';
import { GrowthList } from './growth-list.tsx';
import { flatRows, moduleRows } from './rows.ts';
import { typesMoved } from './types-moved.ts';

// Loads what draws it only when it is drawn.
const TreemapView = lazy(async () => ({ default: (await import('./treemap-view.tsx')).TreemapView }));

const views = ['modules', 'packages', 'buckets', 'sections', 'embedded', 'treemap'] as const;
type View = (typeof views)[number];

/**
 * The view to show first. Usually modules explain a change, but stripped symbols or another debug format change a
 * program's size without changing its code. If packages explain less than half of the change, show the kinds of content.
 */
function firstView({ change, packages, moves }: Comparison): View {
  const explained = [...packages, ...moves].reduce((sum, row) => sum + (row.change ?? 0), 0);
  return Math.abs(explained) * 2 < Math.abs(change.change ?? 0) ? 'buckets' : 'modules';
}

/** Where the change is, by module, package, kind of content or section, or as a treemap; for images by layer. */
export function WhereCard({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const [view, setView] = useState(() => firstView(comparison));
  const label = t('builds.comparison.grew');
  if (comparison.a.kind === 'image') {
    return (
      <Card title={label}>
        <GrowthList label={label} rows={flatRows('layers', comparison.layers)} />
      </Card>
    );
  }
  return (
    <Card>
      <Tabs
        title={<h2 className="font-semibold">{label}</h2>}
        label={t('builds.comparison.by.label')}
        value={view}
        onChange={setView}
        tabs={views.map((each) => ({ value: each, label: t(`builds.comparison.by.${each}`) }))}
      >
        <Suspense fallback={<Skeleton className="h-[420px] w-full" />}>
          <Shown view={view} comparison={comparison} label={label} />
        </Suspense>
      </Tabs>
    </Card>
  );
}

function Shown({
  view,
  comparison,
  label,
}: {
  view: View;
  comparison: Comparison;
  label: string;
}): ReactElement {
  const { t } = useTranslation();
  const { a, b, moves } = comparison;
  if (view === 'treemap') return <TreemapView comparison={comparison} />;
  if (view === 'embedded') return <EmbeddedView comparison={comparison} label={label} />;
  const moved = (kind: (typeof moves)[number]['kind']) => moves.filter((move) => move.kind === kind);
  const rows = {
    modules: () => moduleRows(comparison),
    packages: () => flatRows('packages', comparison.packages, moved('package')),
    buckets: () => flatRows('buckets', comparison.buckets, moved('bucket')),
    sections: () => flatRows('sections', comparison.sections),
  }[view]();
  return (
    <>
      <GrowthList rows={rows} label={label} />
      {view === 'modules' && comparison.unchangedModules > 0 ? (
        <p className="mt-2.5 text-sm text-faint">
          {t('comparison.unchangedModules', { count: comparison.unchangedModules })}
        </p>
      ) : null}
      {view === 'buckets' && typesMoved(a.goVersion, b.goVersion) ? (
        <p className="mt-2.5 text-sm text-faint">{t('builds.comparison.typesMoved')}</p>
      ) : null}
    </>
  );
}
