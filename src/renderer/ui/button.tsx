import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Tooltip } from './tooltip.tsx';

const variants = {
  /** With a border. */
  default: 'border-line bg-panel text-text hover:bg-hover active:bg-line-2',
  /** The main action of a page or dialog. */
  primary:
    'border-transparent bg-accent text-on-accent hover:bg-accent-strong active:bg-accent-strong font-semibold',
  /** Removes or deletes something. */
  danger: 'border-transparent bg-bad text-panel hover:opacity-90 font-semibold',
  /** Without a border or background until hovered. */
  quiet: 'border-transparent text-muted hover:bg-hover hover:text-text active:bg-line-2',
};

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: keyof typeof variants;
  /** A lucide icon of 14 px, before the label. */
  icon?: ReactNode;
}

function classes(variant: keyof typeof variants, ...more: (string | undefined)[]): string {
  return cx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap transition-colors select-none',
    'disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50',
    variants[variant],
    ...more,
  );
}

/** A push button. `type` defaults to `button`. */
export function Button({
  variant = 'default',
  icon,
  className,
  children,
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button type="button" {...rest} className={classes(variant, 'h-[30px] px-[11px]', className)}>
      {icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children'> {
  /** The accessible name, also shown as a tooltip. */
  label: string;
  children: ReactNode;
}

/** A square button that shows only an icon; its label is a tooltip. */
export function IconButton({
  label,
  variant = 'quiet',
  className,
  children,
  ...rest
}: IconButtonProps): ReactElement {
  return (
    <Tooltip content={label}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={classes(variant, 'size-[30px]', className)}
      >
        {children}
      </button>
    </Tooltip>
  );
}
