import type { AvailableResult } from '#contract/toolchains';

export const available = {
  help: {
    summary: 'list the Go releases on offer, newest first',
    all: 'every release, not only the newest patch of each version',
  },
  origin: {
    live: (asOf) => `Official index, asked ${asOf}.`,
    cached: (asOf) => `No network: the official index as kept on ${asOf}.`,
    bundled: (asOf) => `No network: the index that came with Burrow, of ${asOf}.`,
  } satisfies Record<AvailableResult['origin'], (asOf: string) => string>,
  forThisMachine: 'this machine gets',
  noBuild: 'no build for this machine',
};
