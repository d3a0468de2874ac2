import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';

/** A panel; with a `title` it has a heading, with anything of the first line it has a first line. */
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
  /** After the title: what it is about, tags. */
  beside?: ReactNode;
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
      {title || beside || aside ? (
        <div className="mb-2.5 flex min-h-5 flex-wrap items-center gap-x-4 gap-y-1">
          <div className="flex min-w-48 flex-1 flex-wrap items-center gap-x-2.5 gap-y-1">
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
