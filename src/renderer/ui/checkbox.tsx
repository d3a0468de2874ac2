import Check from 'lucide-react/icons/check';
import type { ComponentProps, ReactElement } from 'react';
import { cx } from './cx.ts';

/**
 * A checkbox. It is drawn here, because the browser's own one looks disabled on a dark panel. It needs a label: around it, or
 * as `aria-label`.
 */
export function Checkbox({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>): ReactElement {
  return (
    <span className={cx('inline-grid size-4 shrink-0', className)}>
      <input
        {...rest}
        type="checkbox"
        className="peer [grid-area:1/1] size-4 appearance-none rounded-[4px] border border-faint bg-panel hover:border-text checked:border-accent checked:bg-accent checked:hover:border-accent-strong checked:hover:bg-accent-strong disabled:border-line-strong disabled:bg-line-2"
      />
      <Check
        size={12}
        strokeWidth={3}
        aria-hidden
        className="pointer-events-none hidden [grid-area:1/1] place-self-center text-on-accent peer-checked:block peer-disabled:text-muted"
      />
    </span>
  );
}
