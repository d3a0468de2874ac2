import { compareVersions, isLanguageVersion, isPrerelease, minorOf } from './versions.ts';

/**
 * The minor versions that get security fixes: the two newest that have a stable release
 * (https://go.dev/doc/devel/release#policy).
 */
export function supportedMinors(versions: readonly string[]): ReadonlySet<string> {
  const stable = versions.filter((version) => !isPrerelease(version) && !isLanguageVersion(version));
  const minors = new Set(stable.toSorted((a, b) => compareVersions(b, a)).map(minorOf));
  return new Set([...minors].slice(0, 2));
}
