import { compareVersions, isPrerelease, minorOf } from '../versions.ts';

/**
 * The newest release of the same minor version, where it is newer than every installed patch of it; null for all
 * but the newest installed one, so that one release is announced once.
 */
export function updateOf(
  version: string,
  installed: readonly string[],
  released: readonly string[],
): string | null {
  const minor = minorOf(version);
  const newer = (other: string): boolean => minorOf(other) === minor && compareVersions(other, version) > 0;
  if (installed.some(newer)) return null;
  const [newest = null] = released
    .filter((other) => newer(other) && (isPrerelease(version) || !isPrerelease(other)))
    .toSorted((a, b) => compareVersions(b, a));
  return newest;
}
