import type { Toolchain } from '#contract/toolchains';

/** The installed versions that run on this machine, without duplicates, in the order of the list. */
export function usableVersions(toolchains: readonly Toolchain[]): string[] {
  const usable = toolchains.filter((toolchain) => toolchain.runsAs !== 'foreign');
  return [...new Set(usable.map((toolchain) => toolchain.version))];
}
