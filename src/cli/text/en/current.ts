import type { Candidate, Rule } from '#contract/switching';

export const current = {
  help: {
    summary: 'show which Go runs here',
    explain:
      'show everything that was considered, and what runs in this terminal, in a new one and in apps (starts the login shell)',
  },
  rule: {
    'burrow-go': 'BURROW_GO',
    'go-version-file': '.go-version',
    'tool-versions': '.tool-versions',
    'mise-toml': 'mise.toml',
    'go-work-toolchain': 'go.work toolchain',
    'go-work-go': 'go.work go',
    'go-mod-toolchain': 'go.mod toolchain',
    'go-mod-go': 'go.mod go',
    default: 'default',
    path: 'on PATH',
    gotoolchain: 'GOTOOLCHAIN',
  } satisfies Record<Rule, string>,
  outcome: {
    decides: 'decides',
    agrees: 'agrees',
    overridden: 'overridden',
    'too-old': 'too old',
    'not-installed': 'not installed',
    unreadable: 'unreadable',
    shadowed: 'shadowed',
    runs: 'runs',
    switches: 'lets Go switch',
    fails: 'makes Go fail',
  } satisfies Record<Candidate['outcome'], string>,
  /** Added to an outcome if a file with precedence in the same folder asks for another version. */
  disagrees: (outcome: string, file: string) => `${outcome}; disagrees with ${file}`,
  /** Before the version, where a command starts another Go. */
  selects: (version: string) => `Burrow selects ${version}`,
  because: (place: string, text: string) => `because of ${place}: ${text}`,
  firstOnPath: 'because it is the first go on PATH, and nothing else selects a version',
  /** No installed Go is new enough, and a Go of unknown version is started; `command` installs one. */
  leftToGo: (wanted: string, command: string) =>
    `No installed Go is ${wanted} or newer, so Go's own toolchain switching looks for one, as GOTOOLCHAIN says. To install it: ${command}`,
  /** A Go is started that then switches to another; `because`: why it is started, if that was not printed yet. */
  started: (version: string, because: string | null) =>
    `${version} is started${because === null ? '' : ` ${because}`}.`,
  finds: (toolchain: string) => `It finds ${toolchain} on PATH and switches to it.`,
  /** It is in Go's module cache. */
  hasDownloaded: (toolchain: string) => `It switches to ${toolchain}, which Go has downloaded before.`,
  /** `command` installs it instead. */
  downloads: (toolchain: string, command: string) =>
    `It downloads ${toolchain} when it is first used, and switches to it. To install it instead: ${command}`,
  /** The pin at `place` is older than the deciding go.mod or go.work below it requires. */
  tooOld: (place: string, text: string) =>
    `The pin at ${place} (${text}) is older than that, so it does not apply here, and GOTOOLCHAIN is left alone.`,
  /** The deciding pin, at `place`, is above the repository; `command` writes it into the repository. */
  outsideRepository: (place: string, repository: string, command: string) =>
    `${place} is outside the repository ${repository}: others who clone it get another Go. To pin the version in it: ${command}`,
  /** What a command `go` starts, and where. */
  places: {
    title: 'What `go` starts:',
    here: 'this terminal',
    newTab: (shell: string) => `new terminal (${shell})`,
    loginShell: (shell: string) => `login shell (${shell})`,
    apps: (_shell: string) => 'apps from the desktop',
    alias: 'an alias',
    function: 'a function',
    noGo: 'no Go',
    noneSelected: 'no Go is selected',
    notInstalled: (version: string) => `${version} (not installed)`,
    unknownVersion: 'a Go of unknown version',
    unknown: 'unknown',
  },
};
