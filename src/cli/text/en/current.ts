import type { Candidate, Rule } from '#contract/switching';

export const current = {
  help: {
    summary: 'show which Go runs here',
    explain: 'show everything that was considered, and the outcome of each',
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
  /** Added to an outcome when a file with precedence in the same folder says something else. */
  disagrees: (outcome: string, file: string) => `${outcome}; disagrees with ${file}`,
  because: (place: string, text: string) => `because of ${place}: ${text}`,
  firstOnPath: 'because it is the first go on PATH, and nothing else selects a version',
  /** No installed Go is new enough for a go.mod; `command` installs one. */
  leftToGo: (wanted: string, command: string) =>
    `No installed Go is ${wanted} or newer, so Go's own toolchain switching looks for one, as GOTOOLCHAIN says. To install it: ${command}`,
};
