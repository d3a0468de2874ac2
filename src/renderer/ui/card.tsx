import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';

/** A panel; with a `title` it has a heading. */
export function Card({
  title,
  aside,
  quietTitle = false,
  className,
  children,
  ...rest
}: Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode;
  /** At the end of the title's line: tags, numbers, small buttons. */
  aside?: ReactNode;
  /** The title only names what is plain to see, e.g. above a big number. */
  quietTitle?: boolean;
}): ReactElement {
  return (
    <section
      {...rest}
      className={cx('rounded-card border border-line bg-panel px-[18px] py-4 min-w-0', className)}
    >
      {title ? (
        <div className="mb-2.5 flex min-h-5 flex-wrap items-center gap-x-2.5 gap-y-1">
          <h2 className={cx('min-w-0 font-semibold', quietTitle && 'text-muted')}>{title}</h2>
          {aside ? <div className="ml-auto flex items-center gap-2">{aside}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
