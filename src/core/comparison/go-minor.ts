/** `go1.26` of `go1.26.3`. A version of another form is its own; null: not known. */
export function goMinor(version: string | null): string | null {
  return version && (/^go1\.\d+/.exec(version)?.[0] ?? version);
}
