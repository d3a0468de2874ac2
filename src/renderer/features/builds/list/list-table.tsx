import {
  Fragment,
  type KeyboardEvent,
  type ReactElement,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import type { BuildOrder, BuildRow as Row } from '#contract/build-list';
import { BuildRow, type RowActions } from './build-row.tsx';
import { type Column, columnsThatFit } from './columns.ts';
import type { Selection } from './selection.ts';
import { TableHead } from './table-head.tsx';
import { useRowFocus } from './use-row-focus.ts';
import { useSize } from './use-size.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

/** Later pages are asked for when this many rows are left below the last visible one. */
const readAhead = 80;

/** The builds as a table of which only the rows near the visible ones exist. */
export function ListTable({
  rows,
  total,
  order,
  chosenColumns,
  allProjects,
  selection,
  barHeight,
  onOrder,
  onEnd,
  onForget,
  onCompare,
  onDetails,
}: {
  /** Those that are loaded. */
  rows: readonly Row[];
  /** How many there are; undefined: not known yet. */
  total: number | undefined;
  order: BuildOrder;
  chosenColumns: readonly Column[];
  /** Whether builds of several projects are listed, so that each needs its project's name. */
  allProjects: boolean;
  selection: Selection;
  /** The height of what stays in sight above the table, in CSS pixels. */
  barHeight: number;
  onOrder: (order: BuildOrder) => void;
  /** The end of the loaded rows is near. */
  onEnd: () => void;
  onForget: (ids: readonly string[]) => void;
  onCompare: (a: string, b: string) => void;
  onDetails: (build: Build) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [measureTable, { width }] = useSize();
  const [editing, setEditing] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const idLength = useMemo(() => Math.max(0, ...rows.map(({ build }) => build.id.length)), [rows]);
  const columns = useMemo(
    () => columnsThatFit(chosenColumns, width, idLength),
    [chosenColumns, width, idLength],
  );
  const missing = useMemo(
    () => chosenColumns.filter((column) => !columns.includes(column)),
    [chosenColumns, columns],
  );
  const kept = useRef<number | null>(null);
  const virtual = useVirtualRows({
    body,
    count: rows.length,
    keyOf: (index) => rows[index]?.build.id ?? String(index),
    rowHeight: missing.length > 0 || allProjects ? 51 : 41,
    paddingTop: barHeight + 34,
    kept,
  });
  const { go, onFocus } = useRowFocus(body, rows, kept, virtual.scrollToIndex);

  // The newest values, for actions that stay the same object.
  const latest = useRef({ rows, onForget, onCompare, onDetails });
  useLayoutEffect(() => {
    latest.current = { rows, onForget, onCompare, onDetails };
  });
  const actions = useMemo<RowActions>(
    () => ({
      onCompare: (a, b) => latest.current.onCompare(a, b),
      onDetails: (build) => latest.current.onDetails(build),
      onExtend: (index) => selection.extend(latest.current.rows, index),
      onForget: (id) => latest.current.onForget([id]),
      onEdit: (id) => {
        setEditing(id);
        if (id === null) go(null);
      },
    }),
    [selection, go],
  );

  const items = virtual.getVirtualItems();
  const lastVisible = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastVisible >= rows.length - readAhead) onEnd();
  }, [lastVisible, rows.length, onEnd]);

  const { scrollMargin } = virtual.options;
  const bottom = scrollMargin + virtual.getTotalSize() - (items.at(-1)?.end ?? scrollMargin);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.dataset['cell'] === undefined) return;
    const index = Number(target.closest('tr')?.dataset['index']);
    const row = rows[index];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined && rows[to]) {
      if (event.shiftKey) {
        if (!selection.has(row.build.id)) selection.toggle(row);
        selection.extend(rows, to);
      }
      go(to, target.dataset['cell']);
    } else if (event.key === 'F2') setEditing(row.build.id);
    else if (event.key === 'Delete')
      onForget(selection.has(row.build.id) ? selection.all.map(({ id }) => id) : [row.build.id]);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={measureTable} className="-mx-2.5">
      <table
        aria-label={t('builds.list')}
        aria-rowcount={total === undefined ? -1 : total + 1}
        className="w-full table-fixed border-separate border-spacing-0"
      >
        <TableHead
          columns={columns}
          idLength={idLength}
          rows={rows}
          order={order}
          onOrder={onOrder}
          selection={selection}
        />
        {/* The rows' controls have the focus; the keys go from one row to the next. */}
        <tbody ref={body} onKeyDown={onKeyDown} onFocus={onFocus}>
          {items.map((item, at) => {
            const row = rows[item.index];
            const end = items[at - 1]?.end ?? scrollMargin;
            return row ? (
              <Fragment key={item.key}>
                <Gap height={item.start - end} columns={columns.length + 4} />
                <BuildRow
                  row={row}
                  index={item.index}
                  columns={columns}
                  missing={missing}
                  allProjects={allProjects}
                  isEditing={row.build.id === editing}
                  selection={selection}
                  actions={actions}
                  measure={virtual.measureElement}
                />
              </Fragment>
            ) : null;
          })}
          <Gap height={bottom} columns={columns.length + 4} />
        </tbody>
      </table>
    </div>
  );
}

/** The place of rows that do not exist. */
function Gap({ height, columns }: { height: number; columns: number }): ReactElement | null {
  if (height < 1) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height }} className="p-0" />
    </tr>
  );
}
