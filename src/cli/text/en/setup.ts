import type { SetupStep, SetupUndoItem } from '#contract/setup';

const names: Record<SetupStep['id'], string> = {
  machine: 'This machine',
  found: 'Go that is already here',
  proxy: 'Module proxy',
  toolchain: 'Toolchain',
  default: 'Default version',
  shell: 'Terminals',
  editor: 'Editor',
  project: 'First project',
  seen: 'Confirmed in a new terminal',
};
const states: Record<SetupStep['state'], string> = {
  done: 'done',
  open: 'not done yet',
  skipped: 'skipped',
  problem: 'needs attention',
};
const fates: Record<SetupUndoItem['fate'], string> = {
  restored: 'gets its old content back',
  deleted: 'is removed',
  kept: 'is kept',
};
const questions: Partial<Record<SetupStep['id'], string>> = {
  found: 'Adopt them? They stay where they are.',
  proxy: 'Measure it now?',
  toolchain: 'Install it?',
  default: 'Make it the default?',
  shell: 'Change these files?',
  editor: 'Create this path?',
  project: 'Create it?',
  seen: 'Try it now?',
};

export const setup = {
  help: {
    summary: 'set everything up until `go` works in a new terminal, step by step',
    version: 'the Go to install (default: the newest stable release)',
    from: 'where from: official, proxy, a mirror (aliyun, hust, nju, ustc), a URL or a file',
    shell: 'for these shells: zsh,bash,fish,sh (default: those in use)',
    undo: 'remove everything that Burrow made, and give back what it changed',
    after:
      "In a terminal, each step says what it will do, and asks; what is already done is left as it is. If it is stopped,\nthe next run continues. With --yes nothing is asked: it installs the newest stable Go unless there is one,\nmakes it the default and puts it first in PATH for the login shell. It adopts nothing, and sets GOPROXY only if\nGo's default does not answer. With --json, or without a terminal, and without --yes: shows how things are.\n\nExit codes: 0 a new terminal runs Go, 1 something failed, 3 something is still needed.",
  },
  names,
  states,
  fates,
  questions,
  ready: 'All is set up: a new terminal runs Go.',
  nothingChanged: 'Nothing had to be changed.',
  next: (name: string) => `Next: ${name}`,
  wouldDo: '`burrow setup --yes` does what is still needed:',
  left: 'Left as it is. `burrow setup` asks again.',
  found: (version: string, path: string) => `${version} in ${path}`,
  download: (size: string) => `Download: ${size}`,
  measured: (name: string, answer: string) => `${name}: ${answer}`,
  ms: (ms: number) => `${ms} ms`,
  noAnswer: 'no answer',
  goDefault: "Go's default",
  noEditor: 'neither VS Code nor GoLand found',
  setting: (editor: string, setting: string) => `${editor}: if it does not find Go by itself, set ${setting}`,
  noLink:
    'GoLand: run `burrow link` in the folder of a project, and add the path that it prints as a local SDK.',
  undoNothing: 'Nothing of Burrow is left to remove.',
  undoTitle: 'This is what `burrow setup --undo` does:',
  undoConfirm: (size: string) => `Remove all of this (${size})?`,
  undoKinds: {
    file: '',
    toolchain: 'toolchain',
    link: 'adopted toolchain, of which only the link is removed',
    project: 'first project',
    history: 'history',
    home: "Burrow's folder",
  } satisfies Record<SetupUndoItem['kind'], string>,
  undone: (size: string) => `Burrow is gone from this machine; ${size} freed. Go's own caches are untouched.`,
  undoneKept: (size: string) => `${size} freed. What is listed as kept is still there.`,
  notWithUndo: '--undo goes with no version, --from or --shell.',
};
