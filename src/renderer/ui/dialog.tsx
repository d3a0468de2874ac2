import { Dialog as Base } from '@base-ui/react/dialog';
import X from 'lucide-react/icons/x';
import { type ReactElement, type ReactNode, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';

const widths = { small: 'max-w-[440px]', medium: 'max-w-[560px]', large: 'max-w-[720px]' };

/** A modal dialog. It traps the focus, closes on Escape and then restores the focus. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  children,
  size = 'medium',
  isText = false,
  initialFocus,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  children?: ReactNode;
  size?: keyof typeof widths;
  /** The dialog has no inputs: focus its content, so that the keyboard scrolls it. */
  isText?: boolean;
  /** The element that gets the focus; by default the first field or button. */
  initialFocus?: RefObject<HTMLElement | null>;
}): ReactElement {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const first = isText ? body : initialFocus;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center overflow-hidden px-4 pt-[9vh] pb-6">
          <Base.Popup
            {...(first ? { initialFocus: first } : {})}
            className={cx(
              'relative flex max-h-full w-full flex-col overflow-hidden rounded-[12px] border border-line bg-panel shadow-pop outline-none transition-[opacity,transform] duration-150 data-ending-style:scale-[0.985] data-ending-style:opacity-0 data-starting-style:scale-[0.985] data-starting-style:opacity-0',
              widths[size],
            )}
          >
            <header className="pt-4 pr-14 pb-2 pl-5">
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {description ? (
                <Base.Description render={<div />} className="mt-0.5 text-muted">
                  {description}
                </Base.Description>
              ) : null}
            </header>
            <div
              ref={body}
              {...(isText ? { tabIndex: -1 } : {})}
              className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-4 outline-none"
            >
              {children}
            </div>
            {footer ? (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line-2 bg-panel-2 px-5 py-3">
                {footer}
              </footer>
            ) : null}
            {/* Last in the tab order, so that the content comes first. */}
            <Base.Close
              aria-label={t('common.close')}
              className="absolute top-3.5 right-3.5 grid size-7 place-items-center rounded-control text-muted hover:bg-hover hover:text-text"
            >
              <X size={16} aria-hidden />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
