import type { PackageSize } from '#contract/binaries';

/** The machine code that was written in a package, in bytes. */
export interface WrittenCode {
  path: string;
  bytes: number;
  /** Of `bytes`: what was inlined into functions of other packages. */
  elsewhere: number;
}

/** What was written in each package, largest first; empty if it is not known what was inlined. Pure. */
export function codeByOrigin(packages: readonly PackageSize[]): WrittenCode[] {
  const rows = packages.flatMap(({ path, codeBytes, inlinedIn, inlinedOut }) =>
    inlinedIn === null || inlinedOut === null
      ? []
      : [{ path, bytes: codeBytes - inlinedIn + inlinedOut, elsewhere: inlinedOut }],
  );
  return rows.filter(({ bytes }) => bytes > 0).toSorted((a, b) => b.bytes - a.bytes);
}
