import { createStore } from './store.ts';

/** What can lie over any page, opened from anywhere: buttons, the palette, keys. */
export type Overlay =
  /** `typed`: what was typed while it was being fetched. */
  | { name: 'palette'; typed?: string }
  | { name: 'shortcuts' }
  | { name: 'open-project' }
  | { name: 'adopt' }
  /** `pinIn`: also pin the chosen version in this project. */
  | { name: 'install'; version?: string; pinIn?: string };

const store = createStore<Overlay | null>(null);

export const overlays = {
  use: store.use,
  get: store.get,
  open: (overlay: Overlay) => store.set(() => overlay),
  close: () => store.set(() => null),
};
