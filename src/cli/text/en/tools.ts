import type { OtherFile, RebuiltTool, ToolList } from '#contract/tools';

export const tools = {
  help: {
    summary: 'list the tools installed with `go install`: which Go built them, and for which processor',
    rebuild: 'rebuild tools with the Go of your home folder, keeping the version of each',
    names: 'these tools (default: those built with an older Go or for another processor)',
    all: 'all tools',
    outdated: 'those built with an older Go or for another processor (the default)',
    go: 'build with this Go version instead',
    dryRun: 'only show what would be built, and with which settings',
  },
  name: 'Name',
  module: 'Module',
  builtWith: 'Built with',
  processor: 'Processor',
  state: 'State',
  /** In the column of states, which is empty for a tool that needs nothing. */
  outdated: 'older Go',
  local: 'built in a folder',
  link: (to: string) => `link to ${to}`,
  noModules: 'built without modules',
  /** Below the table: the folders, and the variable that names each. */
  where: (folders: ToolList['folders']) =>
    `In ${folders
      .map(
        ({ path, because, exists }) =>
          `${path}${because === 'default' ? '' : ` (${because})`}${exists ? '' : ', which does not exist'}`,
      )
      .join(' and ')}.`,
  /** The Go that a rebuild would use. */
  goNow: (version: string) => `A rebuild would use ${version}.`,
  noGo: 'No Go is selected for your home folder, so no tool counts as outdated. To select one: `burrow use VERSION --global`',
  /** The other files of the folder, by reason. */
  others: {
    'not-go': (names) => `Not Go programs: ${names}`,
    damaged: (names) => `Damaged: ${names}`,
    'too-large': (names) => `Too large to read: ${names}`,
    unreadable: (names) => `Unreadable: ${names}`,
    'broken-link': (names) => `Broken links: ${names}`,
  } satisfies Record<OtherFile['reason'], (names: string) => string>,
  otherCount: (count: number) => `… and ${count} more`,
  rebuildHint: (count: number) =>
    `${count === 1 ? '1 tool needs' : `${count} tools need`} a rebuild: \`burrow tools rebuild\``,
  empty: 'No tools yet. To install one: `go install golang.org/x/tools/gopls@latest`',
  /** After the default has changed. */
  hint: (count: number, version: string) =>
    `${count === 1 ? '1 tool was' : `${count} tools were`} built with an older Go than ${version}: \`burrow tools rebuild\``,
  oneOf: 'Give only one of names, --all and --outdated.',
  nothing: 'No tool needs a rebuild: none was built with an older Go or for another processor.',
  builds: (what: string, version: string) => `go install ${what} with ${version}`,
  keeps: (settings: string) => `keeps ${settings}`,
  loses: (settings: string) => `does not keep ${settings}`,
  waiting: 'Waiting for another Burrow process that is rebuilding tools.',
  progress: (number: number, total: number, what: string) => `${number} of ${total}: ${what}`,
  outcome: { rebuilt: 'rebuilt', failed: 'failed', skipped: 'skipped' } satisfies Record<
    RebuiltTool['outcome'],
    string
  >,
  /** What a tool was built with before, and now. */
  became: (before: string, now: string) => `${before} → ${now}`,
  summary: (rebuilt: number, failed: number, skipped: number) =>
    [
      `${rebuilt} rebuilt`,
      ...(failed > 0 ? [`${failed} failed and unchanged`] : []),
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ].join(', '),
};
