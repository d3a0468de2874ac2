export const inspect = {
  help: {
    summary: 'show what is in a Go program',
  },
  target: 'Target',
  compiler: 'Compiler',
  go: 'Go',
  main: 'Package',
  size: 'Size',
  stripped: 'Stripped',
  yes: 'yes',
  no: 'no',
  modules: 'Modules',
  standardLibrary: 'standard library',
  code: 'Code',
  /** The programs of a universal Mach-O file. */
  slices: 'Programs',
  notKnown: 'not known',
  notGo: 'not a Go program',
  notRecorded: 'not recorded: the program has no build info',
  /** Why there is no list of packages. */
  packagesMissing: {
    'no-table': 'The packages are not known: the program has neither a function table nor symbols of Go.',
    'unknown-table':
      'The packages are not known: the function table is in no format of Go’s. Obfuscators such as garble change it.',
    damaged: 'The packages are not known: the function table is damaged.',
    inconsistent: 'The packages are not known: the function table claims more code than the program has.',
  },
};
