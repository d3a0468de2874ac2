import { type FocusEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { BuildRow } from '#contract/build-list';

/**
 * Hook: the focus in a table of which only some rows exist. `keptRef` gets the index of the row that had it last, which must
 * stay. If that row is removed, the one that comes to its place gets the focus, or the page's heading if none is left.
 */
export function useRowFocus(
  body: RefObject<HTMLElement | null>,
  rows: readonly BuildRow[],
  keptRef: RefObject<number | null>,
  scrollTo: (index: number) => void,
) {
  const id = useRef<string | null>(null);

  /** Moves the focus to a row, as soon as it exists; null: to the row that had it last. */
  const go = useCallback(
    (to: number | null, cell = 'tick') => {
      const row = to ?? keptRef.current;
      if (row === null) return;
      keptRef.current = row;
      scrollTo(row);
      const attempt = (triesLeft: number) => {
        const control = body.current?.querySelector<HTMLElement>(
          `tr[data-index="${row}"] [data-cell="${cell}"]`,
        );
        if (control) control.focus({ preventScroll: true });
        else if (triesLeft > 0) requestAnimationFrame(() => attempt(triesLeft - 1));
      };
      requestAnimationFrame(() => attempt(10));
    },
    [body, keptRef, scrollTo],
  );

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const row = event.target.closest<HTMLElement>('tr[data-index]');
    if (!row) return;
    keptRef.current = Number(row.dataset['index']);
    id.current = rows[keptRef.current]?.build.id ?? null;
  };

  useEffect(() => {
    if (id.current === null) return;
    const now = rows.findIndex(({ build }) => build.id === id.current);
    if (now >= 0) {
      keptRef.current = now;
      return;
    }
    id.current = null;
    if (document.activeElement !== document.body) return;
    if (rows.length > 0) go(Math.min(keptRef.current ?? 0, rows.length - 1));
    else document.querySelector<HTMLElement>('main h1')?.focus();
  }, [rows, keptRef, go]);

  return { go, onFocus };
}
