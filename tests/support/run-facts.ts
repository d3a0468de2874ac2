import type { RunFacts } from '#contract/binaries';

/** Of a program about which nothing is known. */
export const unknownRuns: RunFacts = {
  linking: null,
  libraries: [],
  glibc: null,
  musl: null,
  pie: null,
  relro: null,
  executableStack: null,
  race: null,
  trimpath: null,
  cgo: null,
  fips140: null,
  signed: null,
  vcs: null,
};
