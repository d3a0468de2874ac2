import type { Settings } from '#contract/settings';

export const settings = {
  help: {
    summary: 'show and change the settings',
    argument: 'one setting to show, or to change: theme=dark',
  },
  what: {
    theme: 'colours of the app',
    language: 'language of the app',
    installMissing: 'install a pinned Go that is missing when something wants to run it',
  } satisfies Record<keyof Settings, string>,
  unknown: (name: string, known: string[]) => `There is no setting ${name}; there are ${known.join(', ')}.`,
  wrongValue: (name: string, given: string, allowed: readonly string[]) =>
    `${name} is one of ${allowed.join(', ')}${given === '' ? '' : `, not "${given}"`}.`,
};
