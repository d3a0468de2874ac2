import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { folderName } from '#shared/projects/index.ts';
import { Menu, MenuItem } from '#ui/menu.tsx';
import type { Series } from './series.ts';
import { seriesLabel } from './series-label.ts';

/** Chooses the series to draw; shows only its name if there is just one. */
export function SeriesMenu({
  all,
  series,
  withProject,
  onChoose,
}: {
  all: readonly Series[];
  /** The series that is drawn. */
  series: Series;
  withProject: boolean;
  onChoose: (key: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const projectName = withProject ? folderName : null;
  const label = seriesLabel(series, all, projectName);
  if (all.length === 1) return <code className="min-w-0 truncate text-muted">{label}</code>;
  return (
    <Menu
      align="start"
      className="max-w-[min(34rem,calc(100vw-24px))]"
      trigger={
        <button
          type="button"
          className="inline-flex h-7 min-w-0 items-center gap-1.5 rounded-control border border-line bg-panel pr-1.5 pl-2.5 select-none hover:bg-hover data-popup-open:bg-hover"
        >
          <span className="sr-only">{t('builds.trend.series')}: </span>
          <code className="truncate">{label}</code>
          <ChevronsUpDown size={13} aria-hidden className="shrink-0 text-faint" />
        </button>
      }
    >
      {all.map((each) => (
        <MenuItem
          key={each.key}
          checked={each.key === series.key}
          aside={<span className="num">{t('builds.trend.count', { count: each.builds.length })}</span>}
          onClick={() => onChoose(each.key)}
        >
          <code className="block truncate">{seriesLabel(each, all, projectName)}</code>
        </MenuItem>
      ))}
    </Menu>
  );
}
