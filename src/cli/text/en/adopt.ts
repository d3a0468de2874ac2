import type { TakeOverResult } from '#contract/toolchains';

export const adopt = {
  help: {
    summary: 'use a Go that is already on this machine; without a path, list what is found',
    path: 'its GOROOT, its bin folder, or its go command',
    all: 'adopt every Go that runs natively here',
    from: 'adopt all versions of one manager, and its default: asdf, goenv, homebrew, …',
  },
  manager: 'From',
  path: 'Path',
  adopted: 'adopted',
  installed: 'same version installed',
  /** For an adopted toolchain that is gone. */
  gone: 'missing',
  /** In `list`, where an adopted one is from. */
  from: (path: string) => `adopted from ${path}`,
  nothing: 'No other Go was found on this machine.',
  hint: 'To adopt one: `burrow adopt PATH`. To adopt all that run natively: `burrow adopt --all`. Nothing is copied or changed.',
  done: (version: string, path: string) => `Adopted ${version} from ${path}`,
  nothingNew: 'Nothing new to adopt.',
  unknownManager: (name: string, known: string) => `Unknown manager "${name}". Known managers: ${known}.`,
  oneOf: 'Give only one of a path, --all and --from.',
  defaultSet: (version: string, file: string) => `${version} is now Burrow's default, as in ${file}.`,
  defaultKept: (version: string, file: string) =>
    `${file} says ${version}; Burrow keeps its current default.`,
  /** `commands`: each keeps one pin. */
  pins: (manager: string, commands: readonly string[]) =>
    [`Burrow does not read these version files of ${manager}. To pin the same versions:`, ...commands].join(
      '\n',
    ),
  lines: (manager: string, lines: TakeOverResult['lines'], otherLanguages: boolean) =>
    [
      `These lines in your shell profiles belong to ${manager}. Burrow does not change them. ${
        otherLanguages
          ? 'You can remove them if you use it only for Go:'
          : 'You can remove them once you no longer use it:'
      }`,
      ...lines.flatMap(({ file, line, text, keeps }) => [
        `  ${file}:${line}  ${text}`,
        ...(keeps.length > 0 ? [`    keep in PATH: ${keeps.join(':')}`] : []),
      ]),
    ].join('\n'),
};
