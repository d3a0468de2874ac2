import { Select as Base } from '@base-ui/react/select';
import Check from 'lucide-react/icons/check';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';

export interface Choice<T extends string> {
  value: T;
  label: ReactNode;
  /** An explanation on a second line. */
  hint?: ReactNode;
}

/** A select box. */
export function Select<T extends string>({
  value,
  onChange,
  choices,
  label,
  id,
  className,
}: {
  value: T;
  onChange: (value: T) => void;
  choices: readonly Choice<T>[];
  /** The accessible name, if there is no `<label>` for `id`. */
  label?: string;
  id?: string;
  className?: string;
}): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Base.Root
      open={open}
      onOpenChange={setOpen}
      items={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      value={value}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <Base.Trigger
        {...(id ? { id } : {})}
        {...(label ? { 'aria-label': label } : {})}
        className={cx(
          'inline-flex h-[30px] min-w-36 items-center justify-between gap-2 rounded-control border border-line bg-panel pr-2 pl-2.5 text-left select-none hover:bg-hover data-popup-open:bg-hover',
          className,
        )}
      >
        <Base.Value className="truncate" />
        <Base.Icon className="text-faint">
          <ChevronsUpDown size={13} aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      {/* While open a landmark, because it is outside those of the page. */}
      <Base.Portal {...(open ? { role: 'region', 'aria-label': t('common.popup') } : {})}>
        <Base.Positioner
          sideOffset={4}
          alignItemWithTrigger={false}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Base.Popup className="max-h-[min(22rem,var(--available-height))] max-w-96 min-w-(--anchor-width) overflow-y-auto rounded-card border border-line bg-panel p-1 shadow-pop outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {choices.map((choice) => (
              <Base.Item
                key={choice.value}
                value={choice.value}
                className="flex min-h-7 items-start gap-2 rounded-[5px] px-2 py-1 outline-none select-none data-highlighted:bg-hover"
              >
                <span className="grid h-5 w-3.5 shrink-0 place-items-center text-accent">
                  <Base.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </Base.ItemIndicator>
                </span>
                <span className="min-w-0">
                  <Base.ItemText>{choice.label}</Base.ItemText>
                  {choice.hint ? <span className="block text-sm text-faint">{choice.hint}</span> : null}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
