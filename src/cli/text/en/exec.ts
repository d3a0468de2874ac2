export const exec = {
  help: {
    summary: 'run a command with the Go of this folder',
    go: 'use this version instead',
    command: 'the command and its arguments, after --',
  },
};
