import type { Toolchain } from '#contract/toolchains';

/** The installed versions that run on this machine (not adopted ones that are gone), without duplicates, in the order of the list. */
export function usableVersions(toolchains: readonly Toolchain[]): string[] {
  const usable = toolchains.filter(({ runsAs, adopted }) => runsAs !== 'foreign' && !adopted?.gone);
  return [...new Set(usable.map((toolchain) => toolchain.version))];
}
