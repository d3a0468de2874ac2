export const inspect = {
  help: {
    summary: 'show what is in a Go program',
  },
  target: 'Target',
  go: 'Go',
  main: 'Package',
  size: 'Size',
  stripped: 'Stripped',
  yes: 'yes',
  no: 'no',
  modules: 'Modules',
  code: 'Code',
};
