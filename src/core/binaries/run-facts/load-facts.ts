import type { RunFacts } from '#contract/binaries';

/** What the headers of a program tell the system that loads it; null: as in the contract. */
export type LoadFacts = Pick<
  RunFacts,
  'linking' | 'libraries' | 'glibc' | 'musl' | 'pie' | 'relro' | 'executableStack' | 'signed'
>;

export const nothingLoaded: LoadFacts = {
  linking: null,
  libraries: [],
  glibc: null,
  musl: null,
  pie: null,
  relro: null,
  executableStack: null,
  signed: null,
};

/** More than any program needs; protects time from a hostile table. */
export const maxLibraries = 10_000;
/** A longer name is cut off. */
export const maxNameBytes = 1024;
