export const list = {
  help: {
    summary: 'list the installed Go versions',
  },
  from: 'From',
  total: (bytes: string) => `${bytes} on the disk.`,
  update: (version: string, command: string) => `${version} is out: ${command}`,
  /** So many that are in use run under Rosetta. */
  translated: (count: number, command: string) =>
    `${count === 1 ? 'One that is in use runs' : `${count} that are in use run`} under Rosetta. To replace ${count === 1 ? 'it' : 'them'} with the native build: ${command}`,
  empty: 'No Go is installed yet. Install the newest with `burrow install latest`.',
  origin: (source: string, proof: string) => `${source}, ${proof}`,
};
