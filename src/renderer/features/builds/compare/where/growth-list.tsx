import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { ByteChange, Bytes } from '#ui/numbers.tsx';
import { Tag } from '#ui/tag.tsx';
import { PartName } from '../../part-name.tsx';
import { ChangeBar } from './change-bar.tsx';
import { barScale, type Scale } from './bar-scale.ts';
import type { GrowthRow } from './rows.ts';

/** The number of rows before the "more" button. */
const maxRows = 14;

/** For the columns of sizes, which are hidden in narrow windows. */
const onlyWide = 'text-right text-sm text-faint @max-[620px]:hidden';

/**
 * The parts that changed: smaller ones to the left, larger ones to the right, all to one scale, with both sizes and the
 * change. Rows with rows of their own unfold.
 */
export function GrowthList({
  rows,
  label,
}: {
  rows: readonly GrowthRow[];
  /** The accessible name of the list. */
  label: string;
}): ReactElement {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="py-4 text-muted">{t('builds.comparison.nothing')}</p>;
  const scale = barScale(rows);
  return (
    <div className="@container">
      <ul
        aria-label={label}
        className="grid grid-cols-[minmax(0,1.4fr)_minmax(72px,1.4fr)_auto_auto_auto] items-center gap-x-4 gap-y-[7px] @max-[620px]:grid-cols-[minmax(0,1.4fr)_minmax(56px,1fr)_auto] @max-[620px]:gap-x-2.5"
      >
        <li aria-hidden className="contents text-xs font-medium text-faint">
          <span />
          <span />
          <span className={onlyWide}>A</span>
          <span className={onlyWide}>B</span>
          <span className="text-right text-sm">{t('builds.comparison.change')}</span>
        </li>
        <Rows rows={rows} scale={scale} depth={0} />
      </ul>
    </div>
  );
}

function Rows({
  rows,
  scale,
  depth,
}: {
  rows: readonly GrowthRow[];
  scale: Scale;
  depth: number;
}): ReactElement {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, maxRows);
  const rest = rows.length - shown.length;
  return (
    <>
      {shown.map((row) => (
        <Row key={row.key} row={row} scale={scale} depth={depth} />
      ))}
      {rest > 0 ? (
        <li className="col-span-full">
          <Button variant="quiet" className="-ml-[11px]" onClick={() => setAll(true)}>
            {t('builds.comparison.more', { count: rest })}
          </Button>
        </li>
      ) : null}
    </>
  );
}

function Row({ row, scale, depth }: { row: GrowthRow; scale: Scale; depth: number }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <li className="contents">
      <div className={cx('flex min-w-0 flex-col', depth > 0 && 'pl-[22px]')}>
        <div className="flex min-w-0 items-center gap-1.5">
          <Unfold row={row} open={open} onToggle={() => setOpen(!open)} depth={depth} />
          <RowTag row={row} />
        </div>
        <MovedFrom row={row} />
        {row.versions ? (
          <code
            className={cx(
              'truncate text-sm text-faint',
              row.rows.length > 0 || depth === 0 ? 'pl-[22px]' : '',
            )}
          >
            {row.versions}
          </code>
        ) : null}
      </div>
      {row.change === null ? <span /> : <ChangeBar change={row.change} scale={scale} />}
      <span className={onlyWide}>{row.a === null ? '–' : <Bytes value={row.a} />}</span>
      <span className={onlyWide}>{row.b === null ? '–' : <Bytes value={row.b} />}</span>
      {row.change === null ? (
        <span className="text-right text-faint">–</span>
      ) : (
        <ByteChange value={row.change} className="text-right font-medium" />
      )}
      {open ? (
        <ul className="contents">
          <Rows rows={row.rows} scale={scale} depth={depth + 1} />
        </ul>
      ) : null}
    </li>
  );
}

/** The name, as a button where the row unfolds. */
function Unfold({
  row,
  open,
  onToggle,
  depth,
}: {
  row: GrowthRow;
  open: boolean;
  onToggle: () => void;
  depth: number;
}): ReactElement {
  const name = <PartName kind={row.kind} name={row.name} />;
  if (row.rows.length === 0) {
    return (
      <span className={cx('flex min-w-0', depth === 0 && row.kind === 'modules' && 'pl-[22px]')}>{name}</span>
    );
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
