import type { ProfileState, ShellChange } from '#contract/shell';

const states: Record<ProfileState, string> = {
  absent: 'not set up',
  ours: 'set up',
  outdated: 'set up by an older Burrow',
  edited: 'edited since',
  removed: 'removed by you',
  broken: 'broken markers',
  unreadable: 'cannot be read',
};
const changes: Record<ShellChange['files'][number]['change'], string> = {
  created: 'created',
  changed: 'changed',
  deleted: 'deleted',
  restored: 'as it was',
  unchanged: 'was already as before',
};

export const shell = {
  help: {
    summary: 'put the Go that Burrow selects first in PATH, in the profiles of your shells',
    status: 'show which profiles there are, and how they are',
    plan: 'show the change of each file; changes nothing',
    apply: 'make the changes of a plan, or plan and ask',
    undo: 'undo all changes of profiles, or one entry of the journal',
    journal: 'list the changes so far',
    shells: 'for these shells: zsh,bash,fish,sh (default: those in use)',
  },
  profile: 'Profile',
  shells: 'Shells',
  when: 'Read at',
  state: 'State',
  whens: { login: 'login', interactive: 'in a terminal', always: 'every start' },
  states,
  changes,
  missing: 'not there yet',
  noShell: 'No shell that Burrow knows is in use here. Name one: `burrow shell plan --shell bash`.',
  next: 'Next: `burrow shell plan` shows what would change.',
  line: (line: number) => `line ${line}`,
  nothing: 'Nothing to change.',
  noneEdited: 'None of these files is edited, for the reasons above.',
  applyNext: (id: string) => `To make these changes: \`burrow shell apply ${id}\``,
  inRepository: (repository: string) => `It will show as a change in the repository ${repository}.`,
  beforeCommand: (line: number, command: string) =>
    `It goes above line ${line}, after which shells read no further: ${command}`,
  through: (target: string) => `a link to ${target}`,
  confirm: (count: number) => (count === 1 ? 'Change this file?' : `Change these ${count} files?`),
  kept: 'Nothing was changed.',
  newTerminal: 'Open a new terminal, or start your shell again, for it to take effect.',
  undone: 'Undone.',
  nothingToUndo: 'There is nothing to undo.',
  noJournal: 'No profile has been changed yet.',
  kinds: { apply: 'applied', undo: 'undone' },
  whys: { block: "Burrow's lines in profiles", lines: 'lines commented out', variables: 'variables' },
  undoneBy: (entry: string) => `undone by ${entry}`,
  planHasShells: 'A plan names its shells already: leave out --shell.',
  leftByHand: (path: string, line: number) =>
    `Lines of Burrow's that were edited are still in ${path}, from line ${line}: delete them by hand.`,
  unknownShell: (name: string) =>
    `Unknown shell "${name}". Burrow edits the profiles of zsh, bash, fish and sh.`,
};
