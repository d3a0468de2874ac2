import type { Toolchain } from '#contract/toolchains';
import { createStore } from './store.ts';

/**
 * What was dropped on the window, other than an archive. `program`: a file that may be one. `unplaced`: a browser does not say
 * where the file is. `release`: an archive of a Go release.
 */
export type Dropped =
  | { kind: 'program'; path: string }
  | { kind: 'unplaced' | 'release'; fileName: string }
  | { kind: 'several' };

/** An archive that was dropped on the window, which may have an image; a browser knows only its name. `archives`: several were. */
export type DroppedArchive =
  | ({ kind: 'archive' } & ({ path: string } | { fileName: string }))
  | { kind: 'archives' };

/** Dialogs that can be opened on every page, by buttons, the palette and shortcuts. */
export type Overlay =
  /** `typed`: what was typed before its field had the focus, while its code was being loaded or it opened. */
  | { name: 'palette'; typed?: string }
  | { name: 'shortcuts' }
  | { name: 'open-project' }
  | { name: 'adopt' }
  | { name: 'verify' | 'smoke' | 'remove'; toolchain: Toolchain }
  | { name: 'inspect'; of: Dropped }
  | { name: 'prune' }
  | { name: 'build'; project: string }
  | { name: 'record-program'; project: string | null }
  | { name: 'record-image'; project: string | null; of?: DroppedArchive }
  /** `pinIn`: also pin the chosen version in this project. */
  | { name: 'install'; version?: string; pinIn?: string };

const store = createStore<Overlay | null>(null);

export const overlays = {
  use: store.use,
  get: store.get,
  open: (overlay: Overlay) => store.set(() => overlay),
  close: () => store.set(() => null),
};
