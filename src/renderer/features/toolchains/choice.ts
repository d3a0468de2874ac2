import type { z } from 'zod';
import type { GoTarget } from '#contract/machine';
import { runsAs } from '#contract/runs-as';
import { type MirrorName, mirrorNames } from '#contract/mirror-names';
import type { InstallRequest, Release, RunsAs, releaseFile } from '#contract/toolchains';

type ReleaseFile = z.infer<typeof releaseFile>;

/** The source of an install: chosen automatically, a kind of source, a mirror, or a URL. */
export type SourceChoice = 'auto' | 'official' | 'proxy' | 'source' | MirrorName | 'url';

/** The choice that stands for the setting `source`, which may be an address. */
export function sourceOf(setting: string): SourceChoice {
  const named = ['auto', 'official', 'proxy', ...mirrorNames] as const;
  return named.find((name) => name === setting) ?? 'url';
}

/** A target for which a release is available. */
export interface TargetChoice extends GoTarget {
  runsAs: RunsAs;
  /** The size of the download in bytes; null if the list does not contain it. */
  bytes: number | null;
}

/** An entry of the list: an available release, or a version that was typed. */
export interface Offer {
  version: string;
  /** null for a typed version that is not listed; the install finds out whether it exists. */
  release: Release | null;
}

/** The name of a target in Go's notation: `darwin/arm64`. */
export function targetName({ os, arch }: GoTarget): string {
  return `${os}/${arch}`;
}

/** The minor version of a version, as people say it: `Go 1.26` for `go1.26.1`. */
export function minorName(version: string): string {
  return version.replace(/^go(1(?:\.\d+)?).*/, 'Go $1');
}

/** The releases that match a search such as `1.2`, `go1.26` or `rc`. */
export function matchingReleases(releases: readonly Release[], query: string): Release[] {
  const text = query.trim().toLowerCase().replace(/^v/, '');
  const asVersion = text.startsWith('go') ? text : `go${text}`;
  return releases.filter(
    ({ version }) => version.startsWith(asVersion) || (!/^\d|^go/.test(text) && version.includes(text)),
  );
}

/**
 * What a search offers: the releases that match and, if it is a version that none of them is, that version. A version
 * without a patch, such as `1.26`, is its newest release, so it is offered only if the list has none.
 */
export function offersFor(releases: readonly Release[], query: string): Offer[] {
  const offers: Offer[] = matchingReleases(releases, query).map((release) => ({
    version: release.version,
    release,
  }));
  const typed = exactVersion(query);
  const isListed = ({ version }: Offer) => version.replace(/(\.\d+|(?:rc|beta)\d+)$/, '') === typed;
  if (typed === null || offers.some((offer) => offer.version === typed || isListed(offer))) return offers;
  return [...offers, { version: typed, release: null }];
}

/** The version in Go's notation, if the search is a complete version; else null. */
export function exactVersion(query: string): string | null {
  const match = /^\s*(?:go|v)?(1\.\d+(?:\.\d+|(?:rc|beta)\d+)?)\s*$/i.exec(query);
  return match?.[1] === undefined ? null : `go${match[1].toLowerCase()}`;
}

/** The targets of a release: this machine's default, then those of the same system, then the others by name. */
export function targetsOf(release: Release, machine: GoTarget): TargetChoice[] {
  const own = release.target;
  const isOwn = (target: GoTarget) => own !== null && target.os === own.os && target.arch === own.arch;
  const archives = release.files.filter((file) => file.kind === 'archive');
  const bytesOf = (target: GoTarget) =>
    archives.find((file) => file.os === target.os && file.arch === target.arch)?.bytes ?? null;
  const rank = (file: ReleaseFile) => (file.os === machine.os ? 0 : 1);
  const others = archives
    .filter((file) => !isOwn(file))
    .toSorted((a, b) => rank(a) - rank(b) || targetName(a).localeCompare(targetName(b)))
    .map(({ os, arch, bytes }) => ({ os, arch, bytes, runsAs: runsAs(machine, { os, arch }) }));
  return own === null ? others : [{ ...own, bytes: bytesOf(own) }, ...others];
}

/** The request for an install. `target` is null for the default of this machine. */
export function installRequestOf(choice: {
  version: string;
  target: GoTarget | null;
  source: SourceChoice;
  url: string;
}): InstallRequest {
  const { version, target, source, url } = choice;
  return {
    version,
    ...(target === null ? {} : { os: target.os, arch: target.arch }),
    // Always named: the standing choice may be another.
    from: source === 'url' ? url.trim() : source,
  };
}
