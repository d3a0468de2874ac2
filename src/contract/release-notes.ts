/**
 * The address of what is new in a version: the notes of its minor version for the first release of it and its
 * previews, the entry in the release history for a patch. Pure.
 */
export function releaseNotes(version: string): string {
  const [, minor = version, patch] = /^(go1(?:\.\d+)?)(?:\.(\d+))?/.exec(version) ?? [];
  return patch === undefined || patch === '0'
    ? `https://go.dev/doc/${minor}`
    : `https://go.dev/doc/devel/release#${version}`;
}
