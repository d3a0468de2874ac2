import { Menu as Base } from '@base-ui/react/menu';
import Check from 'lucide-react/icons/check';
import type { ReactElement, ReactNode } from 'react';

/** A menu item that is on or off. The menu stays open. */
export function MenuCheckItem({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}): ReactElement {
  return (
    <Base.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      className="flex min-h-7 items-center gap-2 rounded-[5px] px-2 py-1 outline-none select-none data-highlighted:bg-hover"
    >
      <span className="grid w-4 shrink-0 place-items-center text-accent">
        <Base.CheckboxItemIndicator>
          <Check size={14} aria-hidden />
        </Base.CheckboxItemIndicator>
      </span>
      {children}
    </Base.CheckboxItem>
  );
}
