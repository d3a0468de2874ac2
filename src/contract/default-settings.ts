import type { Settings } from './settings.ts';

/** The settings where `settings.json` has none. They stand apart from their schemas, which pages do not load. */
export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  installMissing: false,
  savedFilters: [],
  buildColumns: null,
  source: 'auto',
  singleKeys: true,
  editor: 'auto',
  engine: 'auto',
  tray: true,
  notifications: true,
};
