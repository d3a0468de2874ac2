import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import type { ComponentProps, ReactElement } from 'react';
import { cx } from './cx.ts';

const mark = { size: 12, strokeWidth: 3, 'aria-hidden': true } as const;
const markClass =
  'pointer-events-none hidden [grid-area:1/1] place-self-center text-on-accent peer-disabled:text-muted';

/**
 * A checkbox. It is drawn here, because the browser's own one looks disabled on a dark panel. It needs a label: around it, or
 * as `aria-label`.
 */
export function Checkbox({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>): ReactElement {
  return (
    <span className={cx('inline-grid size-4 shrink-0 align-middle', className)}>
      <input
        {...rest}
        type="checkbox"
        className="peer [grid-area:1/1] size-4 appearance-none rounded-[4px] border border-faint bg-panel hover:border-text checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent checked:hover:border-accent-strong checked:hover:bg-accent-strong disabled:border-line-strong disabled:bg-line-2"
      />
      <Check {...mark} className={cx(markClass, 'peer-checked:block peer-indeterminate:hidden')} />
      <Minus {...mark} className={cx(markClass, 'peer-indeterminate:block')} />
    </span>
  );
}
