import type { exitCode } from '../../exit-code.ts';

/** The parts of the manual page that the help does not have. */
export const manual = {
  sections: {
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    options: 'OPTIONS',
    commands: 'COMMANDS',
    exitStatus: 'EXIT STATUS',
    environment: 'ENVIRONMENT',
    files: 'FILES',
    examples: 'EXAMPLES',
    seeAlso: 'SEE ALSO',
  },
  title: 'Burrow Manual',
  name: 'set up Go, and switch between Go versions',
  description: [
    'Burrow installs Go versions side by side and runs the right one in each folder: go and gofmt in its folder of shims read the version that a folder asks for, in .go-version, go.mod, .tool-versions or mise.toml, and otherwise run the default.',
    'It also shows the environment that Go sees, changes it with a preview and an undo, and keeps a history of builds and images.',
  ],
  everyCommand: 'Every command takes these options, except --version.',
  exitStatus: {
    done: 'Done.',
    failed: 'Failed; the message says why.',
    usage: 'Wrong usage.',
    found: 'A check found something.',
    notInstalled: 'The required Go is not installed.',
    cancelled: 'Cancelled.',
  } satisfies Record<keyof typeof exitCode, string>,
  environment: {
    BURROW_HOME: 'Where Burrow keeps everything, instead of ~/.burrow. An absolute path.',
    BURROW_GO: 'The Go version for every folder: 1.26.1, or system.',
    NO_COLOR: 'If set, output has no colours.',
    'LC_ALL, LC_MESSAGES, LANG': 'The language of the output; --lang comes first.',
  },
  files: {
    '~/.burrow/shims': 'burrow, go, gofmt, and a command for each installed version; belongs first in PATH.',
    '~/.burrow/toolchains': 'The installed Go versions.',
    '~/.burrow/env.sh, ~/.burrow/env.fish': 'What the block in a shell profile reads.',
    '~/.burrow/completions': 'The scripts that complete burrow in zsh, bash and fish.',
    '.go-version': 'The Go version of a folder and those below it.',
  },
  examples: {
    'burrow install latest': 'Install the newest stable Go.',
    'burrow use 1.26.1': 'Pin a version for this folder.',
    'burrow current --explain': 'Say which Go runs here, and why.',
    'burrow shell apply': 'Put Burrow first in PATH, after a preview.',
    'burrow env explain GOPROXY': 'Say what a variable means, and who set it.',
    'burrow proxy test': 'Measure the module proxies in use.',
  },
};
