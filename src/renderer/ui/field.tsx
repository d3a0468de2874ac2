import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';

/** A control with a label above and a hint below. `id` must be the control's, to connect the label with it. */
export function Field({
  id,
  label,
  hint,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-muted">
        {label}
      </label>
      {children}
      {hint ? <p className="text-sm text-faint">{hint}</p> : null}
    </div>
  );
}

/** A single-line text input, with an optional icon before the text. */
export function TextInput({
  icon,
  className,
  ...rest
}: ComponentProps<'input'> & { icon?: ReactNode }): ReactElement {
  return (
    <span className={cx('relative inline-flex', className)}>
      {icon ? (
        <span className="pointer-events-none absolute inset-y-0 left-2.5 grid place-items-center text-faint">
          {icon}
        </span>
      ) : null}
      <input
        spellCheck={false}
        autoComplete="off"
        {...rest}
        className={cx(
          'h-[30px] w-full rounded-control border border-line bg-panel pr-2.5 text-ellipsis placeholder:text-faint focus-visible:-outline-offset-1',
          icon ? 'pl-8' : 'pl-2.5',
        )}
      />
    </span>
  );
}
