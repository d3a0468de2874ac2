import type { SettingName } from '#contract/settings';

export const settings = {
  help: {
    summary: 'show and change the settings',
    argument: 'one setting to show, or to change: theme=dark',
  },
  what: {
    theme: 'colours of the app',
    language: 'language of the app',
    installMissing: 'install a missing pinned Go when it is needed',
    source: 'where Go is installed from without `--from`',
    singleKeys: 'shortcuts of a single key in the app',
    editor: 'where the app opens files',
    tray: 'icon in the menu bar or notification area',
    notifications: 'announce a long build or install that ends unwatched',
  } satisfies Record<SettingName, string>,
  unknown: (name: string, known: string[]) =>
    `Unknown setting "${name}". The settings are ${known.join(', ')}.`,
  wrongValue: (name: string, given: string, allowed: readonly string[]) =>
    `${name} must be one of ${allowed.join(', ')}${given === '' ? '' : `, not "${given}"`}.`,
};
