export const list = {
  help: {
    summary: 'list the installed Go versions',
  },
  from: 'From',
  total: (bytes: string) => `Total on disk: ${bytes}.`,
  update: (version: string, command: string) => `${version} is available: ${command}`,
  translated: (count: number, command: string) =>
    `${count === 1 ? '1 toolchain in use runs' : `${count} toolchains in use run`} under Rosetta. To replace ${count === 1 ? 'it' : 'them'} with the native build: ${command}`,
  empty: 'No Go is installed yet. Install the newest with `burrow install latest`.',
  origin: (source: string, proof: string) => `${source}, ${proof}`,
};
