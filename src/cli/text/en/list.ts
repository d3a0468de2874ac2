import type { OfferSources } from '#contract/toolchains';

export const list = {
  help: {
    summary: 'list the installed Go versions',
  },
  from: 'From',
  total: (bytes: string) => `Total on disk: ${bytes}.`,
  /** Where the newer versions above are listed, and as of when. */
  known: {
    index: {
      live: (asOf) => `the official index of ${asOf}`,
      cached: (asOf) => `the official index of ${asOf}`,
      bundled: (day) => `the official index that came with Burrow, of ${day}`,
    } satisfies Record<OfferSources['origin'], (asOf: string) => string>,
    proxy: (url: string, asOf: string) => `the module proxy ${url}, as of ${asOf}`,
    from: (sources: readonly string[], command: string) =>
      `As listed by ${sources.join(', and ')}. To look again: ${command}`,
  },
  update: (version: string, command: string) => `${version} is available: ${command}`,
  translated: (count: number, command: string) =>
    `${count === 1 ? '1 toolchain in use runs' : `${count} toolchains in use run`} under Rosetta. To replace ${count === 1 ? 'it' : 'them'} with the native build: ${command}`,
  empty: 'No Go is installed yet. Install the newest with `burrow install latest`.',
  origin: (source: string, proof: string) => `${source}, ${proof}`,
};
