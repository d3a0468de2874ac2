import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Scroller } from './scroller.tsx';

/** A dense table that scrolls horizontally if it does not fit. */
export function Table({
  label,
  head,
  children,
  className,
}: {
  /** What the table lists, for screen readers. */
  label: string;
  /** The `Th` cells. */
  head: ReactNode;
  /** The `Tr` rows. */
  children: ReactNode;
  className?: string;
}): ReactElement {
  return (
    <Scroller className={cx('@container -mx-2.5 overflow-x-auto', className)}>
      <table aria-label={label} className="w-full border-collapse">
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scroller>
  );
}

/** A column heading; `numeric` ones are right-aligned. Without a text it is an empty cell, since it heads nothing. */
export function Th({
  numeric = false,
  className,
  ...rest
}: ComponentProps<'th'> & { numeric?: boolean }): ReactElement {
  const Cell = rest.children === undefined ? 'td' : 'th';
  return (
    <Cell
      {...(Cell === 'th' ? { scope: 'col' } : {})}
      {...rest}
      className={cx(
        'px-2.5 pb-[7px] text-xs font-medium whitespace-nowrap text-faint',
        numeric ? 'text-right' : 'text-left',
        className,
      )}
    />
  );
}

/** A row. */
export function Tr({ className, ...rest }: ComponentProps<'tr'>): ReactElement {
  return <tr {...rest} className={cx('group/row', className)} />;
}

/** A cell; `numeric` ones are right-aligned with tabular figures. */
export function Td({
  numeric = false,
  className,
  ...rest
}: ComponentProps<'td'> & { numeric?: boolean }): ReactElement {
  return (
    <td
      {...rest}
      className={cx(
        'h-[41px] border-t border-line-2 px-2.5 py-1.5 align-middle',
        numeric && 'num text-right whitespace-nowrap',
        className,
      )}
    />
  );
}
