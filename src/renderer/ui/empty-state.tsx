import type { ReactElement, ReactNode } from 'react';

/** Placeholder for an empty list: what will appear here, and how to get it. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  /** A lucide icon of 20 px. */
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}): ReactElement {
  return (
    <div className="mx-auto flex max-w-[460px] flex-col items-center px-4 py-10 text-center">
      {icon ? (
        <span className="mb-3 grid size-10 place-items-center rounded-full bg-line-2 text-muted">{icon}</span>
      ) : null}
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="mt-1 text-balance text-muted">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
