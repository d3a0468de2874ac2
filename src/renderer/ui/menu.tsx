import { Menu as Base } from '@base-ui/react/menu';
import Check from 'lucide-react/icons/check';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';

/** A menu opened by `trigger`, a button element. */
export function Menu({
  trigger,
  children,
  align = 'end',
  className,
}: {
  trigger: ReactElement;
  /** `MenuItem`, `MenuGroup`, `MenuSeparator`. */
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  className?: string;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      {/* A landmark, because it is outside those of the page. */}
      <Base.Portal role="region" aria-label={t('common.popup')}>
        <Base.Positioner align={align} sideOffset={5} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup
            className={cx(
              'max-h-[min(36rem,var(--available-height))] min-w-48 overflow-y-auto rounded-card border border-line bg-panel p-1 shadow-pop outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A menu item. `checked` marks the current choice; `aside` is shown at the end, for example a shortcut. */
export function MenuItem({
  icon,
  aside,
  checked = false,
  danger = false,
  disabled = false,
  onClick,
  children,
}: {
  icon?: ReactNode;
  aside?: ReactNode;
  checked?: boolean;
  danger?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}): ReactElement {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onClick}
      {...(checked ? { 'aria-current': true } : {})}
      className={cx(
        'flex min-h-7 items-center gap-2 rounded-[5px] px-2 py-1 outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover',
        danger && 'text-bad',
      )}
    >
      {icon ? <span className="grid w-4 shrink-0 place-items-center text-muted">{icon}</span> : null}
      <span className="min-w-0 flex-1">{children}</span>
      {aside ? <span className="shrink-0 pl-4 text-sm text-faint">{aside}</span> : null}
      {checked ? <Check size={14} aria-hidden className="shrink-0 text-accent" /> : null}
    </Base.Item>
  );
}

/** Items under one heading. */
export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }): ReactElement {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-2xs font-medium text-faint">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

/** A separator between groups. */
export function MenuSeparator(): ReactElement {
  return <Base.Separator className="mx-1 my-1 h-px bg-line-2" />;
}
