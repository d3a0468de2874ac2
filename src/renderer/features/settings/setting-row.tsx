import type { ReactElement, ReactNode } from 'react';

/** One setting: its name, what it means, and the choice. */
export function SettingRow({
  name,
  hint,
  note,
  children,
}: {
  name: string;
  hint: string;
  /** What stands in the way, below the hint. */
  note?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line-2 py-2.5">
      <div className="min-w-0 flex-1 basis-80">
        <p className="font-medium">{name}</p>
        <p className="text-sm text-faint">{hint}</p>
        {note}
      </div>
      {children}
    </div>
  );
}
