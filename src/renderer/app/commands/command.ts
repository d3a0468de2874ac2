import type { ReactNode } from 'react';

/** Something that the palette can do. */
export interface Command {
  id: string;
  label: string;
  icon: ReactNode;
  /** At the end of the line: keys, a path, the current choice. */
  aside?: ReactNode;
  /** Other words by which it is found; never shown. */
  keywords?: string;
  run: () => void;
}

export interface CommandGroup {
  label: string;
  items: Command[];
}
