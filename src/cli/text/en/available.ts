import type { AvailableResult } from '#contract/toolchains';

export const available = {
  help: {
    summary: 'list the Go releases that can be installed, newest first',
    all: 'list every release, not only the newest patch of each version',
  },
  origin: {
    live: (asOf) => `From the official index, ${asOf}.`,
    cached: (asOf) => `No network: from the official index as of ${asOf}.`,
    bundled: (asOf) => `No network: from the index that came with Burrow, as of ${asOf}.`,
  } satisfies Record<AvailableResult['origin'], (asOf: string) => string>,
  forThisMachine: 'for this machine',
  noBuild: 'no build for this machine',
};
