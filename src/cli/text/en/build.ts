export const build = {
  help: {
    summary: 'run go build with the Go of this folder and record it',
    args: 'passed to go build',
    go: 'with this Go version instead',
  },
  runs: (version: string, command: string) => `${version}: ${command}`,
  analysing: 'Reading what was built …',
  recorded: (id: string) => `Recorded as ${id}.`,
  since: (change: string, id: string) => `${change} since ${id}`,
};
