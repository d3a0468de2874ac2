/** What the code under test could not be given because the network failed, in one line each. */
const noted: string[] = [];

/**
 * Notes that an address of the real network could not be reached. A server of the tests' own that stands in between
 * hides it from the test, which fails with something else.
 */
export function noteUnreachable(what: string): void {
  noted.push(what);
}

/** What was noted since the last call. */
export function takeUnreachable(): string[] {
  return noted.splice(0);
}
