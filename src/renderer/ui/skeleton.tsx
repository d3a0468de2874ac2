import type { ReactElement } from 'react';
import { cx } from './cx.ts';

/** Stands where text will be, of its size, so that nothing jumps when it comes. */
export function Skeleton({ className }: { className?: string }): ReactElement {
  return (
    <span
      aria-hidden
      className={cx('inline-block h-3.5 animate-pulse-soft rounded-[4px] bg-line-2 align-middle', className)}
    />
  );
}
