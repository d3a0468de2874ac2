import { Popover as Base } from '@base-ui/react/popover';
import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from 'react';
import { cx } from './cx.ts';
import { TextInput } from './field.tsx';
import { useListKeys } from './use-list-keys.ts';

export interface FoundItem {
  key: string;
  label: ReactNode;
  /** At the end of the line. */
  aside?: ReactNode;
  /** On a second line. */
  hint?: ReactNode;
}

/** A button that opens a text field above a list of what it finds. */
export function SearchPopover({
  trigger,
  open,
  onOpenChange,
  label,
  placeholder,
  text,
  onTextChange,
  items,
  empty,
  onChoose,
  onBack,
  wide = false,
}: {
  /** A button element. */
  trigger: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The accessible name of the field and the list. */
  label: string;
  placeholder: string;
  text: string;
  onTextChange: (text: string) => void;
  items: readonly FoundItem[];
  /** Shown if there are no items. */
  empty: ReactNode;
  /** Does not close the popover. */
  onChoose: (key: string) => void;
  /** Backspace was pressed in the empty field. */
  onBack?: () => void;
  /** For items with long labels. */
  wide?: boolean;
}): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  const keys = useListKeys(items.length, `${label}\n${text}`);
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[keys.active];
    if (keys.onKeyDown(event)) return;
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (item) onChoose(item.key);
    } else if (event.key === 'Backspace' && text === '') onBack?.();
  };
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="start" sideOffset={5} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup
            initialFocus={field}
            aria-label={label}
            className={cx(
              'flex max-h-[min(26rem,var(--available-height))] max-w-[calc(100vw-24px)] flex-col rounded-card border border-line bg-panel p-1 shadow-pop outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0',
              wide ? 'w-[30rem]' : 'w-80',
            )}
          >
            <TextInput
              ref={field}
              {...keys.inputProps}
              aria-label={label}
              placeholder={placeholder}
              value={text}
              onChange={(event) => onTextChange(event.target.value)}
              onKeyDown={onKeyDown}
              className="mb-1 flex"
            />
            <div
              {...keys.listProps}
              aria-label={label}
              hidden={items.length === 0}
              className="min-h-0 overflow-y-auto"
            >
              {items.map((item, index) => (
                // The field has the focus and handles the keys.
                // oxlint-disable-next-line click-events-have-key-events
                <div
                  key={item.key}
                  {...keys.optionProps(index)}
                  onClick={() => onChoose(item.key)}
                  onMouseMove={() => keys.setActive(index)}
                  className="flex min-h-7 items-center gap-3 rounded-[5px] px-2 py-1 select-none aria-selected:bg-hover"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{item.label}</span>
                    {item.hint ? (
                      <span className="block truncate text-sm text-faint">{item.hint}</span>
                    ) : null}
                  </span>
                  {item.aside ? <span className="num shrink-0 text-sm text-faint">{item.aside}</span> : null}
                </div>
              ))}
            </div>
            {items.length === 0 ? <p className="px-2 py-1.5 text-sm text-muted">{empty}</p> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
