import type { ReactElement } from 'react';

/** The logo at the top of the sidebar. In Electron on a Mac the window's buttons are there instead. */
export function Mark(): ReactElement {
  return (
    <div className="mb-3 flex h-11 items-center gap-2 px-2.5 max-[860px]:justify-center max-[860px]:px-0">
      <svg viewBox="0 0 32 32" className="size-[18px] shrink-0 window-buttons:hidden" aria-hidden>
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path d="M6 25V17a10 10 0 0 1 20 0v8h-5.5v-7.6a4.5 4.5 0 0 0-9 0V25z" className="fill-on-accent" />
      </svg>
      <span className="font-semibold tracking-[-0.01em] window-buttons:hidden max-[860px]:sr-only">
        Burrow
      </span>
    </div>
  );
}
