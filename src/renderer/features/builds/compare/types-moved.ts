/** The minor number of Go's word for a version: 27 of `go1.27.1`; null for what is no release. */
function minorNumber(goVersion: string | null): number | null {
  const minor = /^go1\.(\d+)/.exec(goVersion ?? '')?.[1];
  return minor === undefined ? null : Number(minor);
}

/**
 * Whether one side was built before Go 1.27 and the other was not: from then on types can be told from other
 * read-only data, so that bytes seem to move from one to the other (see `bucket` in the contract).
 */
export function typesMoved(a: string | null, b: string | null): boolean {
  const [before, after] = [minorNumber(a), minorNumber(b)];
  return before !== null && after !== null && before < 27 !== after < 27;
}
