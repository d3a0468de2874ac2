import type { VariableOrigin } from '#contract/environment';

/** `~/.config/go/env:3`. */
function at({ file, line }: VariableOrigin): string {
  return line === null ? (file ?? '') : `${file}:${line}`;
}

export const env = {
  help: {
    summary: "show the variables that Go sees and where each comes from, and change Go's file",
    list: 'list the variables of the Go of a folder',
    all: 'also those of cgo, for which Go starts a C compiler',
    who: 'also the line of a startup file that set each; starts your login shell',
    explain: 'say what one variable means, what sets it, and what that hides; also PATH',
  },
  name: 'Variable',
  value: 'Value',
  from: 'From',
  comesFrom: (origin: string) => `From: ${origin}`,
  origin: (origin: VariableOrigin): string => {
    switch (origin.kind) {
      case 'environment':
        return origin.line === null ? 'environment' : `environment (${at(origin)})`;
      case 'file':
      case 'goroot':
        return at(origin);
      case 'derived':
        return origin.from === 'folder' ? 'this folder' : `follows ${origin.from}`;
      default:
        return "Go's default";
    }
  },
  folder: 'Folder of PATH',
  noLine: 'no line known',
  noSetter: 'No line of a startup file is known that gives it this value.',
  through: (name: string | null, place: string) =>
    name === null ? `read from ${place}` : `in ${name}, called in ${place}`,
  notTraced: {
    'no-shell': 'No line of a startup file is known: the login shell was not found.',
    'not-traceable': 'Lines of startup files may be missing: the start of this shell cannot be traced.',
    'timed-out': 'Lines of startup files may be missing: the shell took more than 10 s to start.',
    'too-much-output': 'Lines of startup files may be missing: the shell does too much at its start.',
    failed: 'Lines of startup files may be missing: the shell ended before its start was over.',
  },
  of: (version: string, goroot: string) => `${version} (${goroot})`,
  hides: (value: string, origin: string) => `hides "${value}" of ${origin}`,
  empty: '(empty)',
  unknown: (name: string) => `This Go has no variable ${name}.`,
};
