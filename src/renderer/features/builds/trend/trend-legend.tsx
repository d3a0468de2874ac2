import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrendPoint } from '#contract/build-list';
import { partChanges } from './measure.ts';

/** What the marks of a chart mean: those that it has. */
export function TrendLegend({ points }: { points: readonly TrendPoint[] }): ReactElement | null {
  const { t } = useTranslation();
  const marks: [boolean, ReactNode, string][] = [
    [
      new Set(points.map(({ goVersion }) => goVersion)).size > 1,
      <span key="go" className="h-3 w-4 bg-accent-soft" />,
      t('trend.legend.go'),
    ],
    [
      points.some(({ tag }) => tag !== null),
      <span key="tag" className="h-3 border-l border-dotted border-faint" />,
      t('trend.legend.tag'),
    ],
    [
      points.some(partChanges),
      <span key="modules" className="h-[7px] w-0.5 self-end bg-muted" />,
      t(points.some(({ image }) => image) ? 'trend.legend.layers' : 'trend.legend.modules'),
    ],
    [
      points.some(({ pinned }) => pinned),
      <span key="pinned" className="size-2 rotate-45 bg-accent" />,
      t('trend.legend.pinned'),
    ],
  ];
  const shown = marks.filter(([has]) => has);
  if (shown.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-muted">
      {shown.map(([, mark, label]) => (
        <li key={label} className="flex items-center gap-1.5">
          <span aria-hidden className="inline-flex h-3 items-center">
            {mark}
          </span>
          {label}
        </li>
      ))}
    </ul>
  );
}
