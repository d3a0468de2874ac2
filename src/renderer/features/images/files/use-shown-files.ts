import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readShown, type ShownFiles, writeShown } from './shown-files.ts';

/** Changes what is shown. With `replace` the address before is not kept for *Back*. */
export type ShowFiles = (change: Partial<ShownFiles>, how?: { replace?: boolean }) => void;

/** Hook: what the page's address shows of the files of an image with `count` layers, and a function that changes it. */
export function useShownFiles(count: number): [shown: ShownFiles, show: ShowFiles] {
  const { show, step, q, sort, at } = useSearch({ from: '/images' });
  const navigate = useNavigate();
  const shown = useMemo(
    () => readShown({ show, step, q, sort, at }, count),
    [show, step, q, sort, at, count],
  );
  return [
    shown,
    (change, { replace = false } = {}) => {
      void navigate({
        to: '.',
        search: ({ show: filter, step: number, q: text, sort: order, at: path, ...others }) => {
          const before = { show: filter, step: number, q: text, sort: order, at: path };
          return { ...others, ...writeShown({ ...readShown(before, count), ...change }) };
        },
        replace,
      });
    },
  ];
}
