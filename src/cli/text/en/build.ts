export const build = {
  help: {
    summary: 'run go build with the Go of this folder and record it',
    args: 'arguments of go build',
    go: 'use this Go version instead',
  },
  runs: (version: string, command: string) => `${version}: ${command}`,
  analysing: 'Reading the result …',
  recorded: (id: string) => `Recorded as ${id}.`,
  since: (change: string, id: string) => `${change} since ${id}`,
};
