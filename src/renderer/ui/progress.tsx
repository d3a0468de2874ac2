import { Progress as Base } from '@base-ui/react/progress';
import type { ReactElement } from 'react';
import { cx } from './cx.ts';

/** A progress bar. `value` is 0 to 1, or null if the progress is not known. */
export function Progress({
  value,
  label,
  className,
}: {
  value: number | null;
  /** What the progress is of, for screen readers. */
  label: string;
  className?: string;
}): ReactElement {
  return (
    <Base.Root
      value={value === null ? null : Math.min(100, value * 100)}
      aria-label={label}
      className={className}
    >
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-line-2">
        <Base.Indicator
          className={cx(
            'block h-full rounded-full bg-accent',
            value === null
              ? 'w-1/3 animate-slide motion-reduce:w-full motion-reduce:opacity-40'
              : 'transition-[width] duration-200',
          )}
        />
      </Base.Track>
    </Base.Root>
  );
}
