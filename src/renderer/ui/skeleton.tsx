import type { ReactElement } from 'react';
import { cx } from './cx.ts';

/** A placeholder of the size of the text to come, which prevents layout shifts. */
export function Skeleton({ className }: { className?: string }): ReactElement {
  return (
    <span
      aria-hidden
      className={cx('inline-block h-3.5 animate-pulse-soft rounded-[4px] bg-line-2 align-middle', className)}
    />
  );
}
