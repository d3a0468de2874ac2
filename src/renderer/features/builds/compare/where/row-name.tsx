import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '#ui/cx.ts';
import { Tag } from '#ui/tag.tsx';
import { PartName } from '../../part-name.tsx';
import type { GrowthRow } from './rows.ts';

/** The name of a row, what it was called, and its versions. A row that unfolds is a button; `open` is null for others. */
export function RowName({
  row,
  open,
  onToggle,
  depth,
}: {
  row: GrowthRow;
  open: boolean | null;
  onToggle: () => void;
  depth: number;
}): ReactElement {
  return (
    <div className={cx('flex min-w-0 flex-col', ['', 'pl-[22px]', 'pl-11'][depth])}>
      <div className="flex min-w-0 items-center gap-1.5">
        <Unfold row={row} open={open} onToggle={onToggle} />
        <RowTag row={row} />
      </div>
      <MovedFrom row={row} />
      {row.versions ? <code className="truncate pl-[22px] text-sm text-faint">{row.versions}</code> : null}
    </div>
  );
}

function Unfold({
  row,
  open,
  onToggle,
}: {
  row: GrowthRow;
  open: boolean | null;
  onToggle: () => void;
}): ReactElement {
  const name = <PartName kind={row.kind} name={row.name} />;
  if (open === null) {
    return <span className={cx('flex min-w-0', row.kind === 'modules' && 'pl-[22px]')}>{name}</span>;
  }
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={onToggle}
      className="flex min-w-0 items-center gap-1.5 rounded-[4px] text-left hover:text-accent"
    >
      <ChevronRight size={14} aria-hidden className={cx('shrink-0 text-faint', open && 'rotate-90')} />
      {name}
    </button>
  );
}

function RowTag({ row }: { row: GrowthRow }): ReactElement | null {
  const { t } = useTranslation();
  if (row.from.length > 0) return <Tag>{t('comparison.moved')}</Tag>;
  if (row.change === null) return null;
  if (row.a === null) return <Tag tone="warn">{t('builds.comparison.new')}</Tag>;
  if (row.b === null) return <Tag tone="ok">{t('builds.comparison.gone')}</Tag>;
  return null;
}

/** What a part that moved was called. */
function MovedFrom({ row }: { row: GrowthRow }): ReactElement | null {
  const { t } = useTranslation();
  if (row.from.length === 0) return null;
  return (
    <span className="flex min-w-0 flex-wrap gap-x-1.5 pl-[22px] text-sm text-faint">
      {t('comparison.was')}
      {row.from.map((name) => (
        <PartName key={name} kind={row.kind} name={name} />
      ))}
    </span>
  );
}
