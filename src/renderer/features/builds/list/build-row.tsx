import { memo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import type { BuildRow as Row } from '#contract/build-list';
import { recordedBytes } from '#contract/series';
import { Checkbox } from '#ui/checkbox.tsx';
import { cx } from '#ui/cx.ts';
import { ByteChange, Bytes, Duration, Moment } from '#ui/numbers.tsx';
import { BuildMenu } from '../build-menu.tsx';
import { BuiltAt } from '../built-at.tsx';
import { type Column, isNumeric } from './columns.ts';
import { commitWords } from './commit-words.ts';
import { goWords } from './go-words.ts';
import { EditName } from './edit-name.tsx';
import { NameCell } from './name-cell.tsx';
import { type Selection, useIsSelected } from './selection.ts';

/** What the rows do. It stays the same object, so that no row renders again for it. */
export interface RowActions {
  onCompare: (a: string, b: string) => void;
  onDetails: (build: Build) => void;
  onExtend: (index: number) => void;
  onEdit: (id: string | null) => void;
  onForget: (id: string) => void;
}

const cell = 'h-[41px] border-b border-line-2 px-2.5 py-1.5 align-middle';

/** One build. It is rendered only when it changes itself. */
export const BuildRow = memo(function BuildRow({
  row,
  index,
  columns,
  missing,
  allProjects,
  isEditing,
  selection,
  actions,
  measure,
}: {
  row: Row;
  /** In the list, from 0. */
  index: number;
  columns: readonly Column[];
  /** The chosen columns for which there is no room. */
  missing: readonly Column[];
  allProjects: boolean;
  isEditing: boolean;
  selection: Selection;
  actions: RowActions;
  measure: (element: Element | null) => void;
}): ReactElement {
  const { build } = row;
  const { onDetails, onEdit } = actions;
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className="group/row has-data-chosen:bg-accent-soft"
    >
      <td className={cell}>
        <Tick row={row} index={index} selection={selection} onExtend={actions.onExtend} />
      </td>
      <td className={cell}>
        <button
          type="button"
          data-cell="id"
          onClick={() => onDetails(build)}
          className="num scroll-mt-20 rounded-[4px] font-semibold hover:text-accent"
        >
          {build.id}
        </button>
      </td>
      <td className={cell}>
        {isEditing ? (
          <EditName build={build} onDone={() => onEdit(null)} />
        ) : (
          <NameCell
            row={row}
            missing={missing}
            allProjects={allProjects}
            hasNote={columns.includes('note')}
          />
        )}
      </td>
      {columns.map((column) => (
        <td
          key={column}
          className={cx(cell, isNumeric(column) ? 'num text-right whitespace-nowrap' : 'truncate text-muted')}
        >
          <Value row={row} column={column} />
          {column === 'bytes' && missing.includes('change') ? (
            <span className="block text-sm">
              <Value row={row} column="change" />
            </span>
          ) : null}
        </td>
      ))}
      <td className={cell}>
        <BuildMenu row={row} {...actions} />
      </td>
    </tr>
  );
});

/** Renders alone when the build is selected or not. */
function Tick({
  row,
  index,
  selection,
  onExtend,
}: {
  row: Row;
  index: number;
  selection: Selection;
  onExtend: (index: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { id } = row.build;
  const checked = useIsSelected(selection, id);
  return (
    <Checkbox
      data-cell="tick"
      {...(checked ? { 'data-chosen': true } : {})}
      aria-label={t('buildList.select', { id })}
      checked={checked}
      onChange={({ nativeEvent }) => {
        if (nativeEvent instanceof MouseEvent && nativeEvent.shiftKey) onExtend(index);
        else selection.toggle(row);
      }}
      className="[&>input]:scroll-mt-20"
    />
  );
}

function Value({ row, column }: { row: Row; column: Column }): ReactNode {
  const { t } = useTranslation();
  const { build, before, unusualFlags } = row;
  const bytes = recordedBytes(build);
  switch (column) {
    case 'go':
      return <span className="num text-text">{goWords(row, t)}</span>;
    case 'target':
      return build.target ?? build.image?.platform;
    case 'branch':
      return <span title={build.vcs?.branch ?? undefined}>{build.vcs?.branch}</span>;
    case 'commit':
      return build.vcs && <code title={build.vcs.commit}>{commitWords(build.vcs)}</code>;
    case 'flags':
      return <code title={unusualFlags.join(' ')}>{unusualFlags.join(' ')}</code>;
    case 'by':
      return build.builtBy;
    case 'note':
      return <span title={build.note ?? undefined}>{build.note}</span>;
    case 'bytes':
      return bytes !== null && <Bytes value={bytes} />;
    case 'change':
      return bytes !== null && before && <ByteChange value={bytes - before.bytes} />;
    case 'duration':
      return build.durationMs !== null && <Duration ms={build.durationMs} className="text-muted" />;
    default:
      return (
        <span className="text-muted">
          <Moment iso={build.startedAt} relative />
          <BuiltAt build={build} className="block truncate text-sm text-faint" />
        </span>
      );
  }
}
