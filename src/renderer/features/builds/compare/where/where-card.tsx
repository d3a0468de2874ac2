import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/comparison';
import { moveWords } from '#contract/report/rows';
import { Card } from '#ui/card.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { EmbeddedView } from './embedded-view.tsx';
import { functionsIn } from './function-rows.tsx';
import { GrowthList } from './growth-list.tsx';
import { flatRows, isKnown, moduleRows } from './rows.ts';
import type { TreemapView } from './treemap-view.tsx';
import { useDetails } from './use-details.ts';

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

/** Where the change is, by module, package, kind of content or section, or as a treemap. */
export function WhereCard({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const [view, setView] = useState(() => firstView(comparison));
  const treemap = useTreemap(comparison);
  const label = t('builds.comparison.grew');
  return (
    <Card>
      <Tabs
        title={<h2 className="font-semibold">{label}</h2>}
        label={t('builds.comparison.by.label')}
        value={view}
        onChange={setView}
        tabs={views.map((each) => ({ value: each, label: t(`builds.comparison.by.${each}`) }))}
      >
        <Shown view={view} comparison={comparison} label={label} Treemap={treemap} />
      </Tabs>
    </Card>
  );
}

/**
 * Hook: the treemap, null while it loads. It and its data are loaded once the page is there, so that it is drawn at once
 * when it is chosen. (`lazy` would wait for 300 ms after its placeholder.)
 */
function useTreemap(comparison: Comparison): typeof TreemapView | null {
  const [view, setView] = useState<typeof TreemapView | null>(null);
  const isProgram = comparison.b.kind === 'program';
  useDetails(comparison, { enabled: isProgram });
  useEffect(() => {
    if (isProgram) void import('./treemap-view.tsx').then((loaded) => setView(() => loaded.TreemapView));
  }, [isProgram]);
  return view;
}

function Shown({
  view,
  comparison,
  label,
  Treemap,
}: {
  view: View;
  comparison: Comparison;
  label: string;
  /** null while it loads. */
  Treemap: typeof TreemapView | null;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { moves } = comparison;
  if (view === 'treemap') {
    return Treemap ? <Treemap comparison={comparison} /> : <Skeleton className="h-[420px] w-full" />;
  }
  if (view === 'embedded') return <EmbeddedView comparison={comparison} label={label} />;
  const moved = (kind: (typeof moves)[number]['kind']) => moves.filter((move) => move.kind === kind);
  const rows = {
    modules: () => moduleRows(comparison),
    packages: () => flatRows('packages', comparison.packages, moved('package')),
    buckets: () => flatRows('buckets', comparison.buckets),
    sections: () => flatRows('sections', comparison.sections),
  }[view]();
  return (
    <>
      <GrowthList
        rows={rows}
        label={label}
        inside={functionsIn(comparison)}
        isKnown={isKnown(view, comparison)}
      />
      {view === 'modules' && comparison.unchangedModules > 0 ? (
        <p className="mt-2.5 text-sm text-faint">
          {t('comparison.unchangedModules', { count: comparison.unchangedModules })}
        </p>
      ) : null}
      {view === 'buckets'
        ? moved('bucket').map((move) => (
            <p key={move.to.join()} className="mt-2.5 text-sm text-muted">
              {moveWords(move, locale)}
            </p>
          ))
        : null}
    </>
  );
}
