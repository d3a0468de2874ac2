import type { ReactElement } from 'react';

/** Whether this is a Mac, where ⌘ takes the place of Ctrl. */
export const isMac = /mac/i.test(globalThis.navigator?.platform ?? '');

/** A key combination; `mod` is ⌘ on a Mac, Ctrl elsewhere. */
export function Kbd({ keys }: { keys: readonly string[] }): ReactElement {
  const names = keys.map((key) => (key === 'mod' ? (isMac ? '⌘' : 'Ctrl') : key));
  return (
    <span className="inline-flex items-center gap-0.5">
      {names.map((name) => (
        <kbd
          key={name}
          className="inline-grid h-[18px] min-w-[18px] place-items-center rounded-[4px] border border-line bg-panel px-1 text-2xs leading-none text-faint"
        >
          {name}
        </kbd>
      ))}
    </span>
  );
}
