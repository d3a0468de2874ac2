import type { Candidate, Rule } from '#contract/switching';

export const current = {
  help: {
    summary: 'show which Go runs here',
    explain: 'show everything that was considered, and why it lost',
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
  } satisfies Record<Rule, string>,
  outcome: {
    decides: 'decides',
    agrees: 'agrees',
    overridden: 'overridden',
    'not-installed': 'not installed',
    unreadable: 'unreadable',
    shadowed: 'shadowed',
  } satisfies Record<Candidate['outcome'], string>,
  /** Said behind an outcome: a stronger file of the same folder says otherwise. */
  disagrees: (outcome: string, file: string) => `${outcome}; disagrees with ${file}`,
  because: (place: string, text: string) => `because of ${place}: ${text}`,
  firstOnPath: 'because it is the first go on PATH, and nothing else says which',
  /** Nothing that is installed is new enough for a go.mod; `command` installs what is. */
  leftToGo: (wanted: string, command: string) =>
    `Nothing installed is ${wanted} or newer, so Go's own switching looks for it, as GOTOOLCHAIN says. To install it: ${command}`,
};
