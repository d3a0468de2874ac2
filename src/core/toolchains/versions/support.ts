import { releaseDay } from './release-days.ts';
import { compareVersions, isLanguageVersion, isPrerelease, minorOf } from './versions.ts';

/**
 * The minor versions that get security fixes: the two newest with a stable release
 * (https://go.dev/doc/devel/release#policy).
 */
export function supportedMinors(versions: readonly string[]): ReadonlySet<string> {
  const stable = versions.filter((version) => !isPrerelease(version) && !isLanguageVersion(version));
  const minors = new Set(stable.toSorted((a, b) => compareVersions(b, a)).map(minorOf));
  return new Set([...minors].slice(0, 2));
}

/** The day (`2026-02-10`) on which a version's minor version was released; null when it is not known. */
export function minorReleased(version: string): string | null {
  return releaseDay(Number(/^go1(?:\.(\d+))?/.exec(version)?.[1] ?? 0));
}

/**
 * The day (`2025-02-11`) on which a version's minor version stopped getting fixes: the release of the second next one.
 * null while it is supported, and when that day is not known.
 */
export function endOfLife(version: string, supported: ReadonlySet<string>): string | null {
  const minor = minorOf(version);
  const number = /^go1\.(\d+)$/.exec(minor)?.[1];
  if (supported.has(minor)) return null;
  return minor === 'go1' ? releaseDay(2) : number === undefined ? null : releaseDay(Number(number) + 2);
}
