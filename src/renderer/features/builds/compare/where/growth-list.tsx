import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { InlineText } from '#ui/inline-text.tsx';
import { barScale } from './bar-scale.ts';
import { type Inside, onlyWide, Rows } from './growth-rows.tsx';
import type { GrowthRow } from './rows.ts';

/**
 * The parts that changed: smaller ones to the left, larger ones to the right, all to one scale, with both sizes and the
 * change. Rows with rows of their own unfold.
 */
export function GrowthList({
  rows,
  label,
  inside,
  isKnown = true,
}: {
  rows: readonly GrowthRow[];
  /** The accessible name of the list. */
  label: string;
  inside?: Inside;
  /** Whether no rows mean that nothing changed. */
  isKnown?: boolean;
}): ReactElement {
  const { t } = useTranslation();
  if (rows.length === 0) {
    return (
      <p className="py-4 text-muted">
        <InlineText text={t(isKnown ? 'builds.comparison.nothing' : 'comparison.notKnown')} />
      </p>
    );
  }
  const scale = barScale(rows);
  return (
    <div className="@container">
      <ul
        aria-label={label}
        className="grid grid-cols-[minmax(0,1.4fr)_minmax(72px,1.4fr)_auto_auto_auto] items-center gap-x-4 gap-y-[7px] @max-[900px]:grid-cols-[minmax(0,2fr)_minmax(72px,1.2fr)_auto_auto_auto] @max-[620px]:grid-cols-[minmax(0,2.2fr)_minmax(56px,1fr)_auto] @max-[620px]:gap-x-2.5"
      >
        <li aria-hidden className="contents text-xs font-medium text-faint">
          <span />
          <span />
          <span className={onlyWide}>A</span>
          <span className={onlyWide}>B</span>
          <span className="text-right text-sm">{t('builds.comparison.change')}</span>
        </li>
        <Rows rows={rows} scale={scale} depth={0} inside={inside} />
      </ul>
    </div>
  );
}
