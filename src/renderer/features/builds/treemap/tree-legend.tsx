import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '#ui/cx.ts';
import { steps } from '#contract/report/tone';

/** What areas and colours mean, and which keys there are. */
export function TreeLegend({ hintId }: { hintId: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm text-faint">
      <span className="flex flex-wrap items-center gap-1">
        <span className="mr-1">{t('comparison.treemap.smaller')}</span>
        {steps.toReversed().map(({ strength }) => (
          <Swatch key={strength} colour="bg-shrink" strength={strength} />
        ))}
        <Swatch colour="bg-line-2" strength={1} />
        {steps.map(({ strength }) => (
          <Swatch key={strength} colour="bg-grow" strength={strength} />
        ))}
        <span className="ml-1">{t('comparison.treemap.larger')}</span>
      </span>
      <span>{t('comparison.treemap.meaning')}</span>
      <span id={hintId}>{t('comparison.treemap.keys')}</span>
    </div>
  );
}

function Swatch({ colour, strength }: { colour: string; strength: number }): ReactElement {
  return <span aria-hidden className={cx('size-3 rounded-[2px]', colour)} style={{ opacity: strength }} />;
}
