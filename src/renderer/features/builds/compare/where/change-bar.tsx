import type { ReactElement } from 'react';
import { cx } from '#ui/cx.ts';
import type { Scale } from './bar-scale.ts';

/** A bar from 0 to the right for growth and to the left for shrinkage. */
export function ChangeBar({ change, scale }: { change: number; scale: Scale }): ReactElement {
  const width = Math.abs(change) * scale.perByte;
  return (
    <span aria-hidden className="relative block h-3.5 overflow-hidden rounded-[3px] bg-panel-2">
      {change === 0 ? null : (
        <span
          className={cx('absolute inset-y-0 rounded-[3px]', change > 0 ? 'bg-grow' : 'bg-shrink')}
          style={{
            width: `max(2px, ${width}%)`,
            ...(change > 0 ? { left: `${scale.zero}%` } : { right: `${100 - scale.zero}%` }),
          }}
        />
      )}
      <span className="absolute inset-y-0 w-px bg-line-strong" style={{ left: `${scale.zero}%` }} />
    </span>
  );
}
