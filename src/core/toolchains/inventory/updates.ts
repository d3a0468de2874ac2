import type { Toolchain } from '#contract/toolchains';
import { compareVersions, isLanguageVersion, isPrerelease, minorOf } from '../versions/index.ts';

/**
 * The newest release of the same minor version, if it is newer than every installed patch of it. null for all but the
 * newest installed patch, so that a release is announced once.
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

/** The newest stable release, if its minor version is newer than all installed ones; null when none is installed. */
export function newMinor(installed: readonly string[], released: readonly string[]): string | null {
  const [newest = null] = released
    .filter((version) => !isPrerelease(version) && !isLanguageVersion(version))
    .toSorted((a, b) => compareVersions(b, a));
  if (newest === null || installed.length === 0) return null;
  return installed.every((version) => compareVersions(minorOf(version), minorOf(newest)) < 0) ? newest : null;
}

/**
 * The newer patches to announce: of supported minor versions, and of those in use. A new patch of an old, unused Go is
 * not announced.
 */
export function updatesFor(
  toolchains: readonly Pick<Toolchain, 'version' | 'supported' | 'default' | 'usedBy' | 'update'>[],
): string[] {
  const inUse = toolchains.filter((each) => each.supported || each.default || each.usedBy.length > 0);
  const minors = new Set(inUse.map(({ version }) => minorOf(version)));
  return [...new Set(toolchains.flatMap(({ update }) => update ?? []))].filter((version) =>
    minors.has(minorOf(version)),
  );
}
