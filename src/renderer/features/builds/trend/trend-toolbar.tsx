import ChartLine from 'lucide-react/icons/chart-line';
import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import Table from 'lucide-react/icons/table';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { Button, IconButton } from '#ui/button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { measuresOf } from './measure.ts';
import { type Range, wholeOf, zoomed } from './range.ts';
import type { TrendChoice } from './trend-search.ts';

/** Chooses what a trend shows, and how much of it. */
export function TrendToolbar({
  kind,
  total,
  choice: { measure, asTable },
  range,
  onChoose,
}: {
  kind: Build['kind'];
  /** The number of builds. */
  total: number;
  choice: TrendChoice;
  /** The range as it is drawn. */
  range: Range | null;
  onChoose: (change: Partial<TrendChoice>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { from, to } = range ?? wholeOf(total);
  const zoom = (factor: number) => onChoose({ range: zoomed({ from, to }, total, factor, (from + to) / 2) });
  const isNear = to - from < 5;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      <Segmented
        label={t('trend.show')}
        value={measure}
        onChange={(next) => onChoose({ measure: next })}
        choices={measuresOf[kind].map((value) => ({ value, label: t(`trend.measure.${value}`) }))}
      />
      <div className="ml-auto flex flex-wrap items-center gap-1">
        <p role="status" className="num text-sm text-muted">
          {range === null
            ? ''
            : t('trend.range', {
                from: (from + 1).toLocaleString(locale),
                to: (to + 1).toLocaleString(locale),
                total: total.toLocaleString(locale),
              })}
        </p>
        {range === null ? null : (
          <Button className="mx-1" onClick={() => onChoose({ range: null })}>
            {t('trend.whole')}
          </Button>
        )}
        <IconButton label={t('trend.zoomOut')} disabled={range === null} onClick={() => zoom(2)}>
          <Minus size={14} aria-hidden />
        </IconButton>
        <IconButton label={t('trend.zoomIn')} disabled={isNear} onClick={() => zoom(0.5)}>
          <Plus size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={t(asTable ? 'trend.asChart' : 'trend.asTable')}
          onClick={() => onChoose({ asTable: !asTable })}
        >
          {asTable ? <ChartLine size={14} aria-hidden /> : <Table size={14} aria-hidden />}
        </IconButton>
      </div>
    </div>
  );
}
