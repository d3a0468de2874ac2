import type { OtherFile, RebuiltTool, ToolList } from '#contract/tools';

export const tools = {
  help: {
    summary: 'list the tools that `go install` put there: which Go built them, and for which processor',
    rebuild: 'build tools again with the Go of your home folder, each its own version',
    names: 'these tools (default: those built with an older Go or for another processor)',
    all: 'all tools',
    outdated: 'those built with an older Go or for another processor, as without names',
    go: 'build with this Go version instead',
    dryRun: 'only show what would be built, and with which settings',
  },
  name: 'Name',
  module: 'Module',
  builtWith: 'Built with',
  processor: 'Processor',
  state: 'State',
  /** In the column of states; nothing is said of one that is as it should be. */
  outdated: 'older Go',
  local: 'built in a folder',
  link: (to: string) => `link to ${to}`,
  noModules: 'built without modules',
  /** Below the table: where they are, and what names that folder. */
  where: (folders: ToolList['folders']) =>
    `In ${folders
      .map(
        ({ path, because, exists }) =>
          `${path}${because === 'default' ? '' : ` (${because})`}${exists ? '' : ', which is not there'}`,
      )
      .join(' and ')}.`,
  /** The Go they would be built with now. */
  goNow: (version: string) => `They would be built with ${version} now.`,
  noGo: 'No Go is chosen for your home folder, so none of them counts as outdated: `burrow use VERSION --global`.',
  /** Files of the folder that are no Go programs, by why. */
  others: {
    'not-go': (names) => `Not Go programs: ${names}`,
    damaged: (names) => `Damaged: ${names}`,
    'too-large': (names) => `Too large to be looked at: ${names}`,
    unreadable: (names) => `Cannot be read: ${names}`,
    'broken-link': (names) => `Links that lead nowhere: ${names}`,
  } satisfies Record<OtherFile['reason'], (names: string) => string>,
  otherCount: (count: number) => `… and ${count} more`,
  rebuildHint: (count: number) =>
    `${count === 1 ? '1 tool wants' : `${count} tools want`} a rebuild: \`burrow tools rebuild\``,
  empty: 'No tools yet. `go install golang.org/x/tools/gopls@latest` puts one there.',
  /** After a switch of the default. */
  hint: (count: number, version: string) =>
    `${count === 1 ? '1 tool was' : `${count} tools were`} built with an older Go than ${version}: \`burrow tools rebuild\``,
  oneOf: 'Give names, --all or --outdated, one of them.',
  nothing: 'No tool wants a rebuild: none was built with an older Go or for another processor.',
  builds: (what: string, version: string) => `go install ${what} with ${version}`,
  keeps: (settings: string) => `keeps ${settings}`,
  loses: (settings: string) => `does not keep ${settings}`,
  waiting: 'Waiting for another Burrow that rebuilds tools.',
  progress: (number: number, total: number, what: string) => `${number} of ${total}: ${what}`,
  outcome: { rebuilt: 'rebuilt', failed: 'failed', skipped: 'passed over' } satisfies Record<
    RebuiltTool['outcome'],
    string
  >,
  /** What a tool was built with before, and now. */
  became: (before: string, now: string) => `${before} → ${now}`,
  summary: (rebuilt: number, failed: number, skipped: number) =>
    [
      `${rebuilt} rebuilt`,
      ...(failed > 0 ? [`${failed} failed and ${failed === 1 ? 'is' : 'are'} as before`] : []),
      ...(skipped > 0 ? [`${skipped} passed over`] : []),
    ].join(', '),
};
