import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** What scrolls: the app's main area, not the table, so that there is one scroll bar. */
const scroller = (): HTMLElement | null => document.getElementById('main');

/** Hook: which rows of a table are near the visible part of the page, with their places. */
export function useVirtualRows({
  body,
  count,
  keyOf,
  rowHeight,
  paddingTop,
  kept,
}: {
  /** The element that holds the rows. */
  body: RefObject<HTMLElement | null>;
  count: number;
  keyOf: (index: number) => string;
  /** The height of a row that was not measured yet, in CSS pixels. */
  rowHeight: number;
  /** The height of what covers the top of the list while it scrolls. */
  paddingTop: number;
  /** The row that stays, also out of sight, because it has the focus; null: none. */
  kept: RefObject<number | null>;
}) {
  const start = useStart(body);
  const keeping = useRef((range: Range) => {
    const indexes = defaultRangeExtractor(range);
    const also = kept.current;
    if (also === null || also >= range.count || indexes.includes(also)) return indexes;
    return [...indexes, also].toSorted((one, two) => one - two);
  });
  // oxlint-disable-next-line react/incompatible-library -- the table renders with every change of the rows in sight
  return useVirtualizer({
    count,
    getScrollElement: scroller,
    getItemKey: keyOf,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: start,
    scrollPaddingStart: paddingTop,
    rangeExtractor: keeping.current,
  });
}

/** Hook: where an element begins in what scrolls, in CSS pixels; what is above it may grow at any time. */
function useStart(element: RefObject<HTMLElement | null>): number {
  const [start, setStart] = useState(0);
  useLayoutEffect(() => {
    const main = scroller();
    const content = main?.lastElementChild;
    if (!main || !content) return undefined;
    const measure = () => {
      const top = element.current?.getBoundingClientRect().top;
      if (top !== undefined) setStart(Math.round(top - main.getBoundingClientRect().top + main.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(content);
    return () => observer.disconnect();
  }, [element]);
  return start;
}
