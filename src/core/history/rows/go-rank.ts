/**
 * A number that sorts Go versions: go1.9 < go1.22rc1 < go1.22 (or go1.22.0) < go1.22.1. Of others (`devel …`), -1; without one,
 * null.
 */
export function goRank(version: string | null): number | null {
  if (version === null) return null;
  const [, major, minor = '0', kind, number = '0', patch = '0'] =
    /^go(\d{1,3})(?:\.(\d{1,3}))?(?:(beta|rc)(\d{1,3})|\.(\d{1,3}))?(?=$|[-+ ])/.exec(version) ?? [];
  if (major === undefined) return -1;
  const stage = kind === 'beta' ? Number(number) : kind === 'rc' ? 1000 + Number(number) : 9999;
  return ((Number(major) * 1000 + Number(minor)) * 1000 + Number(patch)) * 10_000 + stage;
}
