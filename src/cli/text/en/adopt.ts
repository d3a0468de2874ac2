import type { TakeOverResult } from '#contract/toolchains';

export const adopt = {
  help: {
    summary: 'use a Go that is already on this machine; without a path, list what is found',
    path: 'its GOROOT, the bin folder in it, or its go',
    all: 'everything that runs natively here',
    from: 'all versions of one manager, and its default: asdf, goenv, homebrew, …',
  },
  manager: 'From',
  path: 'Path',
  adopted: 'adopted',
  installed: 'same version installed',
  /** Of an adopted toolchain that is no longer there. */
  gone: 'gone',
  /** In `list`, where an adopted one is from. */
  from: (path: string) => `adopted from ${path}`,
  nothing: 'No other Go was found on this machine.',
  hint: 'Adopt one with `burrow adopt PATH`, all that run natively with `burrow adopt --all`. Nothing is copied or changed.',
  done: (version: string, path: string) => `${version} is adopted from ${path}`,
  nothingNew: 'There was nothing new to adopt.',
  unknownManager: (name: string, known: string) => `"${name}" is no manager that Burrow knows: ${known}.`,
  oneOf: 'Give a path, --all or --from, one of them.',
  defaultSet: (version: string, file: string) => `${version} is now Burrow's default, as it is in ${file}.`,
  defaultKept: (version: string, file: string) => `${file} says ${version}; Burrow keeps the default it has.`,
  /** `commands`: each keeps one pin. */
  pins: (manager: string, commands: readonly string[]) =>
    [`Burrow does not go by these pins of ${manager}. To keep what they say:`, ...commands].join('\n'),
  lines: (manager: string, lines: TakeOverResult['lines'], otherLanguages: boolean) =>
    [
      `These lines of your profiles belong to ${manager}. Burrow does not touch them; ${
        otherLanguages
          ? 'they can go if you use it for nothing but Go:'
          : 'they can go once you no longer use it:'
      }`,
      ...lines.flatMap(({ file, line, text, keeps }) => [
        `  ${file}:${line}  ${text}`,
        ...(keeps.length > 0 ? [`    keep in PATH: ${keeps.join(':')}`] : []),
      ]),
    ].join('\n'),
};
