export const modulesWhy = {
  help: {
    summary: 'show which imports lead to a module or package, and what leaving it out would save',
    target: 'the path of a module or a package',
    program: 'the main package to look at (default: the one that was built last, else all)',
    online: 'let Go download what is missing',
  },
  path: 'Imported along',
  importers: 'Imported by',
  own: 'Its packages',
  onlyThrough: 'Only reached through it',
  notImported: (target: string, programs: string) => `No package of ${target} is imported by ${programs}.`,
  requiredBy: (by: string) => `It is among the modules because these require it: ${by}`,
  saving: (min: string, max: string) => `Leaving it out saves at least ${min}, at most ${max}.`,
  basis: (id: string, shared: number) =>
    `From the sizes in ${id}: at least what is reached only through it; at most also ${shared === 0 ? 'bytes of no known package' : shared === 1 ? 'the package that it shares with the rest' : `the ${shared} packages that it shares with the rest`}. See docs/modules.md.`,
  basisCalls: (id: string) =>
    `From the code in ${id}: at least what only it uses; at most what is not certain to be used otherwise. See docs/modules.md.`,
  noSizes:
    'What it would save is not known: this program is not in the history. To record it: `burrow build`',
  tryIt: (command: string) => `To build without it: ${command}`,
};

export const tryWithout = {
  help: {
    summary: 'build a program as it is and without a module, and compare the two; the project is not changed',
    program: 'the main package to build (default: the one that was built last)',
  },
  waiting: 'Waiting for another Burrow process that is building without a module.',
  looking: 'Looking for what uses it',
  blankImport: (path: string, where: string) => `Without the blank import of ${path} (${where})`,
  tag: (tag: string, on: boolean) => (on ? `With the build tag ${tag}` : `Without the build tag ${tag}`),
  /** Titles of columns. */
  side: { with: 'with it', without: 'without it' },
  building: { with: 'Building the program as it is', without: 'Building it without' },
  used: (program: string, target: string) => `${program} cannot be built without ${target}: it is used here.`,
  uses: (names: string) => `uses ${names}`,
  blank: 'blank import',
  /** `change`: `−612 kB`. */
  changed: (change: string, percent: string, packages: number) =>
    `${change} (${percent}) without it; ${packages === 1 ? '1 package is' : `${packages} packages are`} no longer in the program.`,
};
