export const inspect = {
  help: {
    summary: 'show what is in a Go program',
    functions: 'also list the largest functions',
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
  packages: 'Packages',
  functions: 'Functions',
  embedded: 'Embedded files',
  /** How much of the program has an owner, and how that is known. */
  owned: 'Known',
  ownedParts: (percent: string, exact: string, byReference: string, byShare: string) =>
    `${percent} of the bytes have an owner: ${exact} exact, ${byReference} by reference, ${byShare} by share`,
  yourModule: 'your module',
  /** `path`: a module or a folder. */
  replacedBy: (path: string) => `replaced by ${path}`,
  noModule: 'packages of no recorded module',
  packageCount: (count: number) => (count === 1 ? '1 package' : `${count} packages`),
  instances: (count: number) => `${count} instances`,
  /** The programs of a universal Mach-O file. */
  slices: 'Programs',
  notKnown: 'not known',
  notGo: 'not a Go program',
  notRecorded: 'not recorded: the program has no build info',
  /** What a program needs where it runs. */
  runs: {
    title: 'Where it runs',
    static: 'needs no library',
    staticAnywhere: 'needs no library: runs on every Linux, also with musl',
    libraries: (names: string) => `needs ${names}`,
    glibc: (version: string) => `runs on glibc ${version} and newer`,
    noMusl: 'not on musl',
    musl: 'runs on musl',
    loader: 'needs the loader of glibc',
    pie: 'position-independent',
    notPie: 'at a fixed address',
    relro: { none: 'without RELRO', partial: 'partial RELRO', full: 'full RELRO' },
    executableStack: 'executable stack',
    signed: 'signed (not checked)',
    unsigned: 'not signed',
    race: 'with the race detector',
    trimpath: 'without paths of the machine that built it (-trimpath)',
    cgo: 'with C code (cgo)',
    noCgo: 'without cgo',
    fips: (version: string) => `with the FIPS 140 module ${version}`,
    from: (system: string, revision: string, day: string) =>
      day === '' ? `built from ${system} ${revision}` : `built from ${system} ${revision} of ${day}`,
    modified: 'with changes that were not committed',
  },
  /** Why there is no list of packages. */
  packagesMissing: {
    'no-table': 'The packages are not known: the program has neither a function table nor symbols of Go.',
    'unknown-table':
      'The packages are not known: the function table is in no format of Go’s. Obfuscators such as garble change it.',
    damaged: 'The packages are not known: the function table is damaged.',
    inconsistent: 'The packages are not known: the function table claims more code than the program has.',
  },
};
