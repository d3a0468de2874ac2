import type { Replacement, TranslatedGo } from '#contract/native';

export const native = {
  help: {
    summary: 'show which toolchains in use run under Rosetta, and replace them with native ones',
    version: 'only this version (default: all)',
    dryRun: 'only show them; exit code 3 if there are any, or tools for another processor',
  },
  /** Title of the column with the planned change. */
  plan: 'Plan',
  /** In the column of users. */
  byDefault: 'default',
  onPath: (file: string) => `PATH (${file})`,
  /** What replacing it does. `freed`: formatted bytes. */
  change: (kind: TranslatedGo['kind'], arch: string, freed: string) =>
    ({
      managed: `replaced with ${arch}; this one is removed (frees ${freed})`,
      adopted: `replaced with ${arch}; this one is no longer adopted, its files remain`,
      found: `${arch} installed beside it; this one is not Burrow's and remains`,
    })[kind],
  noNative: {
    'too-old': 'kept: Go has had native builds for Apple silicon since 1.16',
    'custom-build': 'kept: not an official Go, so there is no native build',
  } satisfies Record<NonNullable<TranslatedGo['noNative']>, string>,
  nativeHere: 'the native one is already installed',
  nothing: 'Every Go in use here runs natively.',
  nothingOf: (version: string) => `No ${version} in use runs under Rosetta.`,
  untranslated: (machine: string) =>
    `Nothing to do: this machine (${machine}) has no Rosetta, which runs programs built for Intel on a Mac with Apple silicon. Every Go that runs here runs natively.`,
  idle: (version: string, arch: string, nativeInstalled: boolean, command: string) =>
    nativeInstalled
      ? `${version} is also installed for ${arch}, but the native one runs. To free its space: ${command}`
      : `${version} for ${arch} would run under Rosetta, but nothing uses it. To free its space: ${command}`,
  moduleCache: (count: number, command: string) =>
    `Go's module cache holds ${count === 1 ? 'a toolchain' : `${count} toolchains`} for Intel, downloaded by a translated Go when it switched versions. To free the space: ${command}`,
  tools: (count: number, command: string) =>
    `${count === 1 ? '1 tool' : `${count} tools`} installed with \`go install\` ${count === 1 ? 'is' : 'are'} built for another processor. To build ${count === 1 ? 'it' : 'them'} natively: ${command}`,
  confirm: (count: number, arch: string) =>
    `Install the ${arch} ${count === 1 ? 'build and replace it' : `builds of these ${count} and replace them`}?`,
  /** `beside`: the translated one belongs to another tool and remains. */
  done: (version: string, target: string, beside: boolean) =>
    beside ? `Installed the native ${version} (${target}).` : `${version} now runs natively (${target}).`,
  default: {
    moved: 'The default is now native.',
    made: 'It is now the default; there was none.',
  } satisfies Record<NonNullable<Replacement['default']>, string>,
  moved: (folders: string[]) => `Now native: ${folders.join(', ')}`,
  stayed: (folders: string[]) =>
    `Still translated, because they ask for the Go on PATH: ${folders.join(', ')}`,
  old: {
    removed: (_path, freed) => `Removed the translated one; freed ${freed}.`,
    forgotten: (path) => `The translated one is no longer adopted; its files remain in ${path}.`,
    kept: (path) => `The translated one remains: ${path}`,
  } satisfies Record<Replacement['old'], (path: string, freed: string) => string>,
  because: {
    'not-ours': 'Burrow did not install it, so Burrow does not remove it.',
    'not-verified': 'The native one is not verified, so the translated one was not removed.',
    damaged:
      'The native one has changed since its install. Repair it with `burrow verify --repair`, then try again.',
    'in-use': 'A folder still uses it. To see why, run `burrow current --explain` there.',
    'on-path': 'Its own folder is in PATH. Take that entry out of PATH, then remove it.',
  } satisfies Record<NonNullable<Replacement['because']>, string>,
  /** `command`: removes it; null if not known. */
  owner: (path: string, command: string | null) =>
    command === null ? `To remove ${path}, use the tool that installed it.` : `To remove ${path}: ${command}`,
  stillOnPath: (file: string, line: string) =>
    `In this PATH, ${file} comes before Burrow's shims. To run the native one in every terminal, run \`burrow shell apply\`, or add this line at the end of your shell's profile yourself:\n  ${line}`,
  kept: 'Nothing was changed.',
};
