import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileChange } from '#contract/image-comparison';
import { ByteChange, Bytes } from '#ui/numbers.tsx';
import { Path } from '#ui/path.tsx';
import { Tag, type Tone } from '#ui/tag.tsx';
import { shownName } from '../files/file-facts.ts';
import { byteChange } from './file-changes.ts';

/** In CSS pixels. */
const rowHeight = 33;
const maxRows = 14;

const tones: Record<FileChange['how'], Tone> = {
  added: 'accent',
  removed: 'bad',
  changed: 'neutral',
  metadata: 'neutral',
  moved: 'neutral',
};

/** Files that differ, as a list of which only the rows in sight exist. */
export function ChangedFiles({ rows }: { rows: readonly FileChange[] }): ReactElement {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  // oxlint-disable-next-line react/incompatible-library -- the list renders with every change of the rows in sight
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 800, height: maxRows * rowHeight },
  });
  return (
    // A stop of the Tab key, so that the keyboard scrolls it.
    <div
      ref={scroller}
      tabIndex={0}
      role="group"
      aria-labelledby={id}
      className="overflow-x-hidden overflow-y-auto rounded-control"
      style={{ height: Math.min(rows.length, maxRows) * rowHeight }}
    >
      <span id={id} hidden>
        {t('images.comparison.filesList')}
      </span>
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <li
              key={`${row.how} ${row.path}`}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              className="absolute inset-x-0 flex items-center gap-3 border-b border-line-2 pr-2"
              style={{ top: start, height: rowHeight }}
            >
              <Change row={row} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function Change({ row }: { row: FileChange }): ReactElement {
  const { t } = useTranslation();
  const { path, how, from, a, b, metadata } = row;
  const change = byteChange(row);
  return (
    <>
      <span className="flex min-w-0 flex-1 items-center gap-2">
        <Path path={shownName(path)} />
        <Tag tone={tones[how]} className="shrink-0">
          {t(`images.comparison.filter.${how}`)}
        </Tag>
        {from === null ? null : (
          <code className="min-w-8 truncate text-sm text-faint">
            {t('images.comparison.movedFrom', { path: shownName(from) })}
          </code>
        )}
        {metadata.length > 0 ? (
          <code className="min-w-8 shrink truncate text-sm text-faint max-[720px]:hidden">
            {metadata.map((each) => `${each.a} → ${each.b}`).join(', ')}
          </code>
        ) : null}
      </span>
      <span className="shrink-0 text-right text-sm text-faint max-[860px]:hidden">
        {a === null || b === null || a === b ? null : (
          <>
            <Bytes value={a} /> → <Bytes value={b} />
          </>
        )}
      </span>
      <span className="w-20 shrink-0 text-right">
        {how === 'metadata' || how === 'moved' ? null : a || b ? (
          <ByteChange value={change} />
        ) : (
          // A folder, a link or an empty file.
          <span className="text-faint">–</span>
        )}
      </span>
    </>
  );
}
