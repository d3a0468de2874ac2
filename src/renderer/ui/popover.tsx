import { Popover as Base } from '@base-ui/react/popover';
import { type ReactElement, type ReactNode, useId } from 'react';

/** An explanation that opens on click and on hover, so that keyboards and touch screens can reach it too. */
export function Popover({
  trigger,
  title,
  children,
}: {
  /** A button element. */
  trigger: ReactElement;
  title?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <Base.Root>
      <Base.Trigger openOnHover delay={250} id={id} render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} collisionPadding={12} className="z-50">
          <Base.Popup
            {...(title ? {} : { 'aria-labelledby': id })}
            className="max-w-96 rounded-card border border-line bg-panel px-3.5 py-2.5 text-sm text-muted shadow-pop outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {title ? <Base.Title className="mb-1 font-semibold text-text">{title}</Base.Title> : null}
            <Base.Description render={<div />}>{children}</Base.Description>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
