import type { ReactElement, ReactNode } from 'react';
import { Skeleton } from './skeleton.tsx';

/** A list of facts in two columns: name and value. */
export function Facts({ children }: { children: ReactNode }): ReactElement {
  return <dl>{children}</dl>;
}

/** One fact; shows a placeholder until it has a value. */
export function Fact({ name, children }: { name: ReactNode; children?: ReactNode }): ReactElement {
  return (
    <div className="flex min-h-[37px] flex-wrap items-center justify-between gap-x-4 border-t border-line-2 py-1.5 first:border-t-0">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 text-right break-words">{children ?? <Skeleton className="w-28" />}</dd>
    </div>
  );
}
