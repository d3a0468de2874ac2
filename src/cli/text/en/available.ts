import type { AvailableResult } from '#contract/toolchains';

export const available = {
  help: {
    summary: 'list the Go releases that can be installed, newest first',
    all: 'list every release, not only the newest patch of each version',
  },
  /** `asOf`: when it was read; of the bundled one, its day. */
  origin: {
    live: (asOf) => `From the official index, ${asOf}.`,
    cached: (asOf) => `The official index could not be reached. From the copy that Burrow kept on ${asOf}.`,
    bundled: (day) =>
      `The official index could not be reached. From the official index that came with Burrow, of ${day}.`,
  } satisfies Record<AvailableResult['origin'], (asOf: string) => string>,
  /** A module proxy was asked too, because the index is not current. `asOf` is null if it was asked just now. */
  proxyAdds: (url: string, asOf: string | null) =>
    `The others are from the module proxy ${url}, ${asOf === null ? 'asked just now' : `as of ${asOf}`}.`,
  proxyAddsNothing: (url: string, asOf: string | null) =>
    `The module proxy ${url}, ${asOf === null ? 'asked just now' : `as of ${asOf}`}, lists no others.`,
  /** For a release that the index does not list. */
  fromProxy: 'from the module proxy',
  forThisMachine: 'for this machine',
  noBuild: 'no build for this machine',
};
