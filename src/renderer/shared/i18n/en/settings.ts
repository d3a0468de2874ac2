export const settings = {
  appearance: 'Appearance and language',
  theme: 'Theme',
  themeHint: 'System follows the light or dark setting of this machine.',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languageHint: 'For the app. The command line uses LANG, or --lang.',
  languages: { system: 'System', en: 'English', zh: '简体中文' },
  switching: 'Which Go runs',
  missing: 'When a pinned version is not installed',
  missingHint:
    'In the terminal, in editors and in builds. Only pinned versions are installed, not those that go.mod requires, and none while GOPROXY is off.',
  missingChoices: { show: 'Show how to install it', install: 'Install it' },
  keyboard: 'Keyboard',
  singleKeys: 'Shortcuts of a single key',
  singleKeysHint:
    'Such as I for Install Go, or G then T. Turn them off if you use speech input, or press them by accident.',
  on: 'On',
  off: 'Off',
  source: 'Source of Go',
  sourceHint:
    'For installs here and in the terminal that do not name one. Every download is verified, wherever it is from.',
  sourceAddress: 'Address of a mirror or a module proxy',
  save: 'Save',
  terminal: 'In the terminal',
  toEnvironment: 'Go to Environment',
  pathHint:
    'Environment sets up your shells, so that go runs the right version in every folder. By hand, add this line at the end of a shell’s profile:',
  about: 'About Burrow',
  version: 'Version',
  home: 'Home folder',
  homeHint: 'Toolchains, history and settings are stored here. Set BURROW_HOME to move it.',
};
