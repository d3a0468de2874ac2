import { useQuery } from '@tanstack/react-query';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildSeries } from '#contract/build-list';
import { orpc } from '#shared/client.ts';
import { folderName } from '#shared/projects/index.ts';
import { SearchPopover } from '#ui/search-popover.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { seriesLabel, withWords } from './series-label.ts';
import { filterOf, type SeriesScope } from './use-series.ts';

/**
 * Shows which series is drawn, and finds others: among the most recent ones by their labels, and among all by what the history
 * knows of their builds.
 */
export function SeriesChooser({
  scope,
  recent,
  drawn,
  onChoose,
}: {
  scope: SeriesScope;
  recent: readonly BuildSeries[];
  drawn: BuildSeries;
  onChoose: (series: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const projectName = scope.project === null ? folderName : null;
  const found = useQuery({
    ...orpc.builds.series.queryOptions({ input: { filter: { ...filterOf(scope), text } } }),
    enabled: open && text.trim() !== '',
  }).data?.series;
  const all = [...new Map([...recent, drawn, ...(found ?? [])].map((each) => [each.series, each])).values()];
  const label = (each: BuildSeries) => seriesLabel(each, all, projectName);
  if (recent.length <= 1 && recent[0]?.series === drawn.series) {
    return <code className="min-w-0 truncate text-muted">{label(drawn)}</code>;
  }
  const isFound = new Set(found?.map(({ series }) => series));
  const shown = all.filter((each) => isFound.has(each.series) || withWords(label(each), text));
  return (
    <SearchPopover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setText('');
      }}
      label={t('trend.series')}
      placeholder={t('trend.search')}
      wide
      text={text}
      onTextChange={setText}
      items={shown.map((each) => ({
        key: String(each.series),
        label: <code>{label(each)}</code>,
        aside: t('trend.count', { count: each.count, n: each.count.toLocaleString(locale) }),
      }))}
      empty={t('trend.noSeries')}
      onChoose={(key) => {
        setOpen(false);
        onChoose(Number(key));
      }}
      trigger={
        <button
          type="button"
          className="inline-flex h-7 min-w-0 max-w-full items-center gap-1.5 rounded-control border border-line bg-panel pr-1.5 pl-2.5 select-none hover:bg-hover data-popup-open:bg-hover"
        >
          <span className="sr-only">{t('trend.series')}: </span>
          <code className="truncate">{label(drawn)}</code>
          <ChevronsUpDown size={13} aria-hidden className="shrink-0 text-faint" />
        </button>
      }
    />
  );
}
