/** A version as people type it after `burrow install`: `1.26.1`, however it was written. */
export function typed(version: string): string {
  return version.trim().replace(/^(go|v)/, '');
}
