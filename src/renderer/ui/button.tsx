import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Tooltip } from './tooltip.tsx';

const looks = {
  /** A bordered button: the usual one. */
  default: 'border-line bg-panel text-text hover:bg-hover active:bg-line-2',
  /** The one thing to do on a page or in a dialog. */
  primary:
    'border-transparent bg-accent text-on-accent hover:bg-accent-strong active:bg-accent-strong font-semibold',
  /** Takes something away. */
  danger: 'border-transparent bg-bad text-panel hover:opacity-90 font-semibold',
  /** No frame until the pointer is on it. */
  quiet: 'border-transparent text-muted hover:bg-hover hover:text-text active:bg-line-2',
};

export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof looks;
  /** A lucide icon of 14 px, before the label. */
  icon?: ReactNode;
}

function classes(look: keyof typeof looks, ...more: (string | undefined)[]): string {
  return cx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap transition-colors select-none',
    'disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50',
    looks[look],
    ...more,
  );
}

/** A push button. `type` is `button` unless a form needs another. */
export function Button({ look = 'default', icon, className, children, ...rest }: ButtonProps): ReactElement {
  return (
    <button type="button" {...rest} className={classes(look, 'h-[30px] px-[11px]', className)}>
      {icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children'> {
  /** Said by screen readers and shown as a tooltip. */
  label: string;
  children: ReactNode;
}

/** A square button with an icon alone; its label is a tooltip. */
export function IconButton({
  label,
  look = 'quiet',
  className,
  children,
  ...rest
}: IconButtonProps): ReactElement {
  return (
    <Tooltip content={label}>
      <button type="button" aria-label={label} {...rest} className={classes(look, 'size-[30px]', className)}>
        {children}
      </button>
    </Tooltip>
  );
}
