/** What could not be fetched because the network failed, in one line each. */
const noted: string[] = [];

/**
 * Notes that an address of the real network could not be reached. If a test server is in between, the test itself fails
 * with another error.
 */
export function noteUnreachable(what: string): void {
  noted.push(what);
}

/** Returns what was noted since the last call. */
export function takeUnreachable(): string[] {
  return noted.splice(0);
}
