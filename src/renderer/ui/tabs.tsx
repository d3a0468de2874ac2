import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactElement, ReactNode } from 'react';

/** Views of one thing, one of which is shown; the arrow keys move between them. */
export function Tabs<T extends string>({
  value,
  onChange,
  tabs,
  label,
  title,
  children,
}: {
  value: T;
  onChange: (value: T) => void;
  tabs: readonly { value: T; label: ReactNode }[];
  /** The accessible name of the list of tabs. */
  label: string;
  /** Before the tabs. */
  title: ReactNode;
  /** The view that is shown. */
  children: ReactNode;
}): ReactElement {
  return (
    <Base.Root value={value} onValueChange={onChange}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {title}
        <Base.List aria-label={label} activateOnFocus className="flex flex-wrap gap-1.5">
          {tabs.map((tab) => (
            <Base.Tab
              key={tab.value}
              value={tab.value}
              className="h-6 rounded-full border border-line bg-panel px-2.5 text-sm font-medium whitespace-nowrap text-muted select-none hover:text-text data-active:border-accent data-active:bg-accent-soft data-active:text-accent"
            >
              {tab.label}
            </Base.Tab>
          ))}
        </Base.List>
      </div>
      <Base.Panel key={value} value={value} tabIndex={-1} className="outline-none">
        {children}
      </Base.Panel>
    </Base.Root>
  );
}
