import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactElement } from 'react';
import { cx } from '#ui/cx.ts';

function Anchor({ className, children, ...rest }: ComponentProps<'a'>): ReactElement {
  return (
    <a
      {...rest}
      className={cx(
        'inline-flex h-[30px] shrink-0 items-center rounded-control border border-line bg-panel px-[11px] font-medium whitespace-nowrap hover:bg-hover',
        className,
      )}
    >
      {children}
    </a>
  );
}

/** A link to a page of the app that looks like a button. */
export const LinkButton = createLink(Anchor);
