/** The minor version: 27 for `go1.27.1`; null if it is not a release. */
function minorNumber(goVersion: string | null): number | null {
  const minor = /^go1\.(\d+)/.exec(goVersion ?? '')?.[1];
  return minor === undefined ? null : Number(minor);
}

/**
 * Whether exactly one side was built before Go 1.27. Since then types are counted separately from other read-only data,
 * so that bytes seem to move between the two (see `bucket` in the contract).
 */
export function typesMoved(a: string | null, b: string | null): boolean {
  const [before, after] = [minorNumber(a), minorNumber(b)];
  return before !== null && after !== null && before < 27 !== after < 27;
}
