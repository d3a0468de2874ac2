import type { Replacement, TranslatedGo } from '#contract/native';

export const native = {
  help: {
    summary: 'show which Go in use runs under Rosetta, and replace it with the native one',
    version: 'this version alone (default: all)',
    dryRun: 'only show it; exit code 3 when there is any, or a tool for another processor',
  },
  /** The column that says what becomes of it. */
  becomes: 'Then',
  /** In the column of its users. */
  byDefault: 'default',
  onPath: (file: string) => `PATH (${file})`,
  /** What replacing it will do, by whose it is; `freed`: bytes in words. */
  plan: (kind: TranslatedGo['kind'], arch: string, freed: string) =>
    ({
      managed: `${arch} in its place; this one is removed (${freed})`,
      adopted: `${arch} in its place; this one is forgotten, its files stay`,
      found: `${arch} beside it; this one is not Burrow's and stays`,
    })[kind],
  noNative: {
    'too-old': 'stays: Go has native builds for Apple silicon from 1.16 on',
    'custom-build': 'stays: it is no official Go, so there is no native build',
  } satisfies Record<NonNullable<TranslatedGo['noNative']>, string>,
  /** It was installed natively before. */
  nativeHere: 'the native one is installed already',
  nothing: 'Every Go that is in use here runs natively.',
  /** Of this version nothing translated is in use. */
  nothingOf: (version: string) => `No ${version} that is in use runs under Rosetta.`,
  untranslated: (machine: string) =>
    `Nothing to do: this machine (${machine}) has no Rosetta, which translates programs for Intel on a Mac with Apple silicon. What runs here runs natively.`,
  idle: (version: string, arch: string, nativeInstalled: boolean, command: string) =>
    nativeInstalled
      ? `${version} is here for ${arch}, too, but the native one runs. To free its space: ${command}`
      : `${version} for ${arch} would run under Rosetta, but nothing uses it. To free its space: ${command}`,
  moduleCache: (count: number, command: string) =>
    `Go's module cache holds ${count === 1 ? 'a toolchain' : `${count} toolchains`} for Intel, which a translated Go downloaded for its own switching. To free the space: ${command}`,
  /** Tools that `go install` put there and that do not run natively. */
  tools: (count: number, command: string) =>
    `${count === 1 ? 'A tool' : `${count} tools`} that \`go install\` put there ${count === 1 ? 'is' : 'are'} built for another processor. To build ${count === 1 ? 'it' : 'them'} natively: ${command}`,
  confirm: (count: number, arch: string) =>
    `Install the ${arch} ${count === 1 ? 'build of it' : `builds of these ${count}`} and replace ${count === 1 ? 'it' : 'them'}?`,
  /** `beside`: somebody else's translated one stays, and may go on running. */
  done: (version: string, target: string, beside: boolean) =>
    beside ? `The native ${version} is installed (${target}).` : `${version} runs natively now (${target}).`,
  default: {
    moved: 'The default is native now.',
    made: 'It is the default now: there was none.',
  } satisfies Record<NonNullable<Replacement['default']>, string>,
  moved: (folders: string[]) => `Native now: ${folders.join(', ')}`,
  stayed: (folders: string[]) =>
    `Still translated, for the Go on PATH is asked for there: ${folders.join(', ')}`,
  old: {
    removed: (_path, freed) => `The translated one is removed; ${freed} are free again.`,
    forgotten: (path) => `The translated one is forgotten; its files stay in ${path}.`,
    kept: (path) => `The translated one stays: ${path}`,
  } satisfies Record<Replacement['old'], (path: string, freed: string) => string>,
  because: {
    'not-ours': "It is not Burrow's to remove.",
    'not-verified': 'Nothing vouches for the native one, so the translated one was not removed.',
    damaged:
      'The native one is not as it was installed; put it right with `burrow verify --repair`, then try again.',
    'in-use': 'Something still gets it: see `burrow current --explain` there.',
    'on-path': 'PATH names its own folder: take that entry out of PATH, then remove it.',
  } satisfies Record<NonNullable<Replacement['because']>, string>,
  /** The command with which its owner takes it away; null: not known. */
  owner: (path: string, command: string | null) =>
    command === null ? `To be rid of ${path}, use what installed it.` : `To be rid of ${path}: ${command}`,
  stillOnPath: (file: string, line: string) =>
    `In this PATH ${file} comes before Burrow's shims. To run the native one in every terminal, put this last into your shell's profile:\n  ${line}`,
  kept: 'Nothing was changed.',
};
