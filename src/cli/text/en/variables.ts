import type { VariableNote } from '#contract/managed-variables';
import type { ProjectLine } from '#contract/project-variables';

const readers: Record<ProjectLine['reader'], string> = {
  direnv: 'for shells with direnv',
  vscode: 'for the Go extension of VS Code',
};

export const variables = {
  help: {
    set: "set variables in Go's own file, as `go env -w` does, or in every shell",
    unset: 'remove variables from there; works even if Go no longer starts',
    fix: 'fix what `burrow env list` finds wrong with variables, where Burrow knows how',
    in: "go: Go's own file, the usual place for Go's variables; shell: the environment of every shell",
    project: 'write nothing, and show the lines that set them for one project alone',
  },
  inShells: 'In every shell, set by Burrow:',
  nothingToFix: (names: string) => `Burrow knows nothing to fix about ${names}.`,
  unknownPlace: (given: string) => `"${given}" is not a place: it is go or shell.`,
  form: (given: string) => `"${given}" is not of the form NAME=VALUE.`,
  confirm: (files: readonly string[]) => `Change ${files.join(' and ')}?`,
  kept: 'Nothing was changed.',
  same: 'Nothing to change.',
  undo: (entry: string) => `To undo it: \`burrow shell undo ${entry}\``,
  note: (note: VariableNote): string => {
    switch (note.kind) {
      case 'environment-wins':
        return `${note.name} is also set in this environment, or in every shell, and wins over Go's file.`;
      case 'wins-over-file':
        return `${note.name} is also set in ${note.file}:${note.line}; in shells, the new value wins over that.`;
      case 'empty-is-unset':
        return `To Go, an empty ${note.name} in the environment is the same as unset: its file or the default applies.`;
      case 'set-elsewhere':
        return `Something else sets ${note.name} in this environment; what a shell reads last wins.`;
      case 'not-read':
        return 'No profile reads these files yet: `burrow shell apply` adds the lines that do.';
      default:
        return 'It takes effect in new shells; those that are open keep what they have.';
    }
  },
  reader: ({ reader, file }: ProjectLine) => `${file}, ${readers[reader]}:`,
};
