import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileFactsOf } from './file-facts.ts';
import { FileRow, rowHeight } from './file-row.tsx';
import { keyAction } from './tree-keys.ts';
import type { TreeRow } from './tree-rows.ts';

/** As many rows are in sight at most; the tree scrolls for the others. */
const maxRows = 18;
/** The time in which letters belong to one name, in ms. */
const typingMs = 700;

/**
 * The files as a tree of which only the rows in sight exist. The tree itself has the focus and names the active row, so that
 * the focus stays when rows come and go.
 */
export function FileTree({
  rows,
  facts,
  active,
  maxBytes,
  onActive,
  onToggle,
  onSearch,
}: {
  rows: readonly TreeRow[];
  facts: FileFactsOf;
  /** The path of the active row; null: the first one is. */
  active: string | null;
  /** Of the longest bar. */
  maxBytes: number;
  onActive: (path: string) => void;
  onToggle: (paths: readonly string[], open: boolean) => void;
  /** The key of the search was pressed. */
  onSearch: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useTyped();
  const found = rows.findIndex(({ node }) => node.path === active);
  const [last, setLast] = useState(0);
  // If its row is gone, the one that comes to its place is active.
  const index = found >= 0 ? found : Math.min(last, rows.length - 1);
  if (found >= 0 && found !== last) setLast(found);
  const kept = useRef(index);
  kept.current = index;

  const keeping = useRef((range: Range) => {
    const indexes = defaultRangeExtractor(range);
    const also = kept.current;
    if (also < 0 || also >= range.count || indexes.includes(also)) return indexes;
    return [...indexes, also].toSorted((one, two) => one - two);
  });
  // oxlint-disable-next-line react/incompatible-library -- the tree renders with every change of the rows in sight
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    rangeExtractor: keeping.current,
    initialRect: { width: 800, height: maxRows * rowHeight },
  });

  const go = (to: number) => {
    const row = rows[to];
    if (!row) return;
    onActive(row.node.path);
    virtual.scrollToIndex(to);
  };
  // A filter or another layer begins at the top, unless the active row is still there.
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index);
    // oxlint-disable-next-line react/exhaustive-deps -- not when the user scrolls
  }, [rows.length]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === '/') {
      event.preventDefault();
      onSearch();
      return;
    }
    const action = keyAction(rows, index, event.key, typed(event));
    if (action === null) return;
    event.preventDefault();
    // Letters of names are no shortcuts of the app.
    event.stopPropagation();
    if (action.to !== undefined) go(action.to);
    if (action.open) onToggle(action.open, true);
    if (action.close) onToggle(action.close, false);
  };

  const items = virtual.getVirtualItems();
  const rowId = (at: number) => `${id}-${at}`;
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={t('images.files.tree')}
      {...(index >= 0 ? { 'aria-activedescendant': rowId(index) } : {})}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="group/tree @container relative overflow-x-hidden overflow-y-auto rounded-control outline-none"
      style={{ height: Math.min(rows.length, maxRows) * rowHeight }}
    >
      <div style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index: at, start }) => {
          const row = rows[at];
          return row ? (
            <FileRow
              key={row.node.path}
              id={rowId(at)}
              row={row}
              facts={facts}
              top={start}
              isActive={at === index}
              maxBytes={maxBytes}
              onActive={onActive}
              onToggle={onToggle}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

/** Hook: collects letters that are typed one after the other. */
function useTyped(): (event: KeyboardEvent) => string {
  const typed = useRef({ text: '', at: 0 });
  return ({ key, timeStamp }) => {
    if (key.length !== 1) return '';
    const text = timeStamp - typed.current.at < typingMs ? typed.current.text + key : key;
    // The space bar opens a folder, unless it is within a name.
    if (text === ' ') return '';
    typed.current = { text, at: timeStamp };
    return text;
  };
}
