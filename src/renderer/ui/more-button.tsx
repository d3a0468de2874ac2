import Ellipsis from 'lucide-react/icons/ellipsis';
import type { ComponentProps, ReactElement } from 'react';

/** A button with three dots that opens the menu of a row. */
export function MoreButton({
  label,
  ...rest
}: Omit<ComponentProps<'button'>, 'children'> & { label: string }): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className="inline-grid size-7 place-items-center rounded-control text-faint hover:bg-hover hover:text-text data-popup-open:bg-hover"
    >
      <Ellipsis size={15} aria-hidden />
    </button>
  );
}
