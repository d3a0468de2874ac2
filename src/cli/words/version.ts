/** A version as users type it: `1.26.1`, without the prefix `go` or `v`. */
export function typed(version: string): string {
  return version.trim().replace(/^(go|v)/, '');
}
