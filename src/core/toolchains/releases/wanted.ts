import { editDistance } from '#core/system';
import { failure } from '#contract/failure';
import type { ReleaseFile } from '#contract/toolchains';
import {
  compareVersions,
  isLanguageVersion,
  isPrerelease,
  minorOf,
  parseVersion,
} from '../versions/index.ts';
import type { IndexedRelease } from './index-format.ts';

/** What is asked for: the newest release, the newest of a minor version, or an exact version. */
export type Wanted =
  | { kind: 'latest' }
  | { kind: 'minor'; minor: string }
  | { kind: 'exact'; version: string };

/** The toolchain that is asked for. */
export interface Asked {
  /** The version as written by the user. */
  text: string;
  wanted: Wanted;
  /** undefined: this machine's. */
  os: string | undefined;
  arch: string | undefined;
}

/**
 * Reads `latest`, `1.24` (a language version: its newest release) or `1.24.9`. Up to Go 1.20 the short form is a
 * release of its own, as for Go itself: `1.20` is go1.20, not go1.20.14. Failures: version.unreadable.
 */
export function readWanted(text: string): Wanted {
  if (text.trim() === 'latest') return { kind: 'latest' };
  const version = parseVersion(text);
  if (version === null) throw failure('version.unreadable', { input: text });
  return isLanguageVersion(version) ? { kind: 'minor', minor: version } : { kind: 'exact', version };
}

/** Whether a version satisfies what is asked for. */
export function meets(wanted: Wanted, version: string): boolean {
  if (wanted.kind === 'minor') return minorOf(version) === wanted.minor;
  return wanted.kind === 'latest' || version === wanted.version;
}

/**
 * The release to install, from releases newest first: stable before pre-releases, and one that `has` a build before one
 * that has not. null when there is none.
 */
export function chooseRelease(
  wanted: Wanted,
  releases: readonly IndexedRelease[],
  has: (release: IndexedRelease) => boolean,
): IndexedRelease | null {
  const meeting = releases.filter(({ version }) => meets(wanted, version));
  const stable = meeting.filter(({ version }) => !isPrerelease(version));
  return stable.find(has) ?? meeting.find(has) ?? stable[0] ?? meeting[0] ?? null;
}

/** The archive of a release for a target; undefined when there is none. */
export function archiveFor(
  release: IndexedRelease | null | undefined,
  { os, arch }: { os: string; arch: string },
): ReleaseFile | undefined {
  return release?.files.find((file) => file.kind === 'archive' && file.os === os && file.arch === arch);
}

/**
 * Suggestions for a misspelt version: the newest release of the same minor version, and versions that differ by a typo.
 * At most three, best first.
 */
export function nearestVersions(wanted: string, versions: readonly string[]): string[] {
  const typed = parseVersion(wanted) ?? wanted;
  const newestFirst = versions.toSorted((a, b) => compareVersions(b, a));
  const sameMinor = newestFirst.filter((version) => minorOf(version) === minorOf(typed)).slice(0, 1);
  const alike = newestFirst
    .map((version) => ({ version, distance: editDistance(typed, version) }))
    .filter(({ distance }) => distance <= 2)
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ version }) => version);
  return [...new Set([...sameMinor, ...alike])].slice(0, 3);
}
