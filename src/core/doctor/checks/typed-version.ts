/** A version as people type it: `1.26.1` for `go1.26.1`. */
export function typedVersion(version: string): string {
  return version.replace(/^go/, '');
}
