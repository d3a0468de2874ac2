import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

/**
 * Additional explanation on hover and focus. Screen readers and touch screens do not show it, so it must never be the
 * only place for a piece of information: write that out, or use a `Popover`.
 */
export function Tooltip({
  content,
  children,
  side = 'top',
}: {
  content: ReactNode;
  /** One element that accepts a ref and event handlers. */
  children: ReactElement;
  side?: 'top' | 'bottom' | 'left' | 'right';
}): ReactElement {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className="max-w-80 rounded-control border border-line bg-panel px-2 py-1 text-sm text-text shadow-pop transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
