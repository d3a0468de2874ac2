import { useState } from 'react';

/** As many as are drawn without a wait; thousands at once take seconds. */
const step = 100;

/** Hook: the first rows of a long list, at first `count` of them. */
export function useFirstRows<T>(
  rows: readonly T[],
  count: number,
): {
  shown: readonly T[];
  /** The number of the others. */
  rest: number;
  /** How many of them `showMore` adds. */
  next: number;
  showMore: () => void;
} {
  const [max, setMax] = useState(count);
  const rest = Math.max(0, rows.length - max);
  return {
    shown: rows.slice(0, max),
    rest,
    next: Math.min(rest, step),
    showMore: () => setMax(max + step),
  };
}
