import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildOrder, BuildRow } from '#contract/build-list';
import { Checkbox } from '#ui/checkbox.tsx';
import { cx } from '#ui/cx.ts';
import { nextOrder } from './choices.ts';
import { type Column, idWidth, isNumeric, orderOf, widths } from './columns.ts';
import { type Selection, useSelection } from './selection.ts';

const cell =
  'sticky top-(--bar-height) z-10 h-8 border-b border-line-2 bg-panel px-2.5 text-left text-xs font-medium whitespace-nowrap text-faint';

/** The headings; those of columns that can be sorted by are buttons. */
export function TableHead({
  columns,
  idLength,
  rows,
  order,
  onOrder,
  selection,
}: {
  columns: readonly Column[];
  /** The characters of the longest id. */
  idLength: number;
  rows: readonly BuildRow[];
  order: BuildOrder;
  onOrder: (order: BuildOrder) => void;
  selection: Selection;
}): ReactElement {
  const { t } = useTranslation();
  const sorted = (by: BuildOrder['by'], title: ReactNode, numeric = false) => (
    <SortButton by={by} order={order} onOrder={onOrder} numeric={numeric}>
      {title}
    </SortButton>
  );
  const sortOf = (by: BuildOrder['by'] | null) =>
    order.by === by
      ? { 'aria-sort': order.descending ? ('descending' as const) : ('ascending' as const) }
      : {};
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={cell} style={{ width: widths.choose }}>
          <SelectAll rows={rows} selection={selection} />
        </th>
        <th scope="col" className={cell} style={{ width: idWidth(idLength) }} {...sortOf('id')}>
          {sorted('id', t('builds.column.id'))}
        </th>
        <th scope="col" className={cell} {...sortOf('subject')}>
          {sorted('subject', t('buildList.column.subject'))}
        </th>
        {columns.map((column) => {
          const by = orderOf[column];
          const title = t(`buildList.column.${column}`);
          return (
            <th
              key={column}
              scope="col"
              className={cx(cell, isNumeric(column) && 'text-right')}
              style={{ width: widths[column] }}
              {...sortOf(by)}
            >
              {by === null ? title : sorted(by, title, isNumeric(column))}
            </th>
          );
        })}
        <th scope="col" className={cell} style={{ width: widths.menu }}>
          <span className="sr-only">{t('buildList.column.menu')}</span>
        </th>
      </tr>
    </thead>
  );
}

function SortButton({
  by,
  order,
  onOrder,
  numeric,
  children,
}: {
  by: BuildOrder['by'];
  order: BuildOrder;
  onOrder: (order: BuildOrder) => void;
  numeric: boolean;
  children: ReactNode;
}): ReactElement {
  const Arrow = order.descending ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={() => onOrder(nextOrder(order, by))}
      className={cx(
        'inline-flex max-w-full items-center gap-1 rounded-[4px] hover:text-text',
        order.by === by && 'font-semibold text-text',
        numeric && 'flex-row-reverse',
      )}
    >
      <span className="truncate">{children}</span>
      {order.by === by ? <Arrow size={12} aria-hidden className="shrink-0" /> : null}
    </button>
  );
}

/** Selects the builds that are loaded. The bar above then offers those that are not. */
function SelectAll({ rows, selection }: { rows: readonly BuildRow[]; selection: Selection }): ReactElement {
  const { t } = useTranslation();
  useSelection(selection);
  const all =
    rows.length > 0 && selection.count >= rows.length && rows.every(({ build }) => selection.has(build.id));
  return (
    <Checkbox
      aria-label={t('buildList.selectAll')}
      checked={all}
      disabled={rows.length === 0}
      ref={(box) => {
        if (box) box.indeterminate = !all && selection.count > 0;
      }}
      onChange={() => {
        if (all) selection.clear();
        else selection.add(rows);
      }}
      className="align-middle"
    />
  );
}
