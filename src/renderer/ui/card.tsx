import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';

/** A panel with an optional header: `title`, `beside` and `aside`. */
export function Card({
  title,
  beside,
  aside,
  quietTitle = false,
  className,
  children,
  ...rest
}: Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode;
  /** After the title, for example tags. */
  beside?: ReactNode;
  /** At the end of the header, for example numbers or small buttons. */
  aside?: ReactNode;
  /** Draws the title less prominently, for example above a large number. */
  quietTitle?: boolean;
}): ReactElement {
  return (
    <section
      {...rest}
      className={cx('rounded-card border border-line bg-panel px-[18px] py-4 min-w-0', className)}
    >
      {title || beside || aside ? (
        <div className="mb-2.5 flex min-h-5 flex-wrap items-center gap-x-4 gap-y-2">
          <div className="flex min-w-[min(100%,18rem)] flex-1 flex-wrap items-center gap-x-2.5 gap-y-1">
            {title ? (
              <h2 className={cx('min-w-0 font-semibold', quietTitle && 'text-muted')}>{title}</h2>
            ) : null}
            {beside}
          </div>
          {aside ? <div className="ml-auto flex items-center gap-2">{aside}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
