import type { ReactNode } from 'react';

/** A command of the palette. */
export interface Command {
  id: string;
  label: string;
  icon: ReactNode;
  /** Shown at the end of the line, for example a shortcut or a path. */
  aside?: ReactNode;
  /** More words by which the command is found; not shown. */
  keywords?: string;
  run: () => void;
}

export interface CommandGroup {
  label: string;
  items: Command[];
}
