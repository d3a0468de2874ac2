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
    explain: 'say what one variable means, what sets it, and what that hides',
  },
  name: 'Variable',
  value: 'Value',
  from: 'From',
  origin: (origin: VariableOrigin): string => {
    switch (origin.kind) {
      case 'environment':
        return 'environment';
      case 'file':
      case 'goroot':
        return at(origin);
      case 'derived':
        return origin.from === 'folder' ? 'this folder' : `follows ${origin.from}`;
      default:
        return "Go's default";
    }
  },
  of: (version: string, goroot: string) => `${version} (${goroot})`,
  hides: (value: string, origin: string) => `hides "${value}" of ${origin}`,
  empty: '(empty)',
  unknown: (name: string) => `This Go has no variable ${name}.`,
};
