import type { z } from 'zod';
import type { GoTarget } from '#contract/machine';
import type { InstallRequest, MirrorName, Release, RunsAs, releaseFile } from '#contract/toolchains';

type ReleaseFile = z.infer<typeof releaseFile>;

/** Where an install can come from: by itself, from one kind of source, from a mirror, or from an address. */
export type SourceChoice = 'auto' | 'official' | 'proxy' | 'source' | MirrorName | 'url';

/** A target that a release can be had for. */
export interface TargetChoice extends GoTarget {
  /** null: cannot be told for this machine. */
  runsAs: RunsAs | null;
  /** Bytes to download; null when the list does not say. */
  bytes: number | null;
}

/** The name of a target as Go writes it: `darwin/arm64`. */
export function targetName({ os, arch }: GoTarget): string {
  return `${os}/${arch}`;
}

/** The releases that a search finds: `1.2`, `go1.26`, `rc`. */
export function matchingReleases(releases: readonly Release[], query: string): Release[] {
  const wanted = query.trim().toLowerCase().replace(/^v/, '');
  const asVersion = wanted.startsWith('go') ? wanted : `go${wanted}`;
  return releases.filter(
    ({ version }) => version.startsWith(asVersion) || (!/^\d|^go/.test(wanted) && version.includes(wanted)),
  );
}

/** A search that names one version completely, as Go's word for it; null for anything else. */
export function exactVersion(query: string): string | null {
  const match = /^\s*(?:go|v)?(1\.\d+(?:\.\d+|(?:rc|beta)\d+)?)\s*$/i.exec(query);
  return match?.[1] === undefined ? null : `go${match[1].toLowerCase()}`;
}

/** How a target runs on a machine; null where that depends on more than is known here. */
function runsAsOn(machine: GoTarget, target: GoTarget): RunsAs | null {
  if (machine.os !== target.os) return 'foreign';
  if (machine.arch === target.arch) return 'native';
  if (target.os === 'darwin') return target.arch === 'amd64' ? 'translated' : 'foreign';
  return target.os === 'windows' && target.arch === 'amd64' ? null : 'foreign';
}

/** The targets of a release: what this machine would get, then its own system's, then the others by name. */
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
    .map(({ os, arch, bytes }) => ({ os, arch, bytes, runsAs: runsAsOn(machine, { os, arch }) }));
  return own === null ? others : [{ ...own, bytes: bytesOf(own) }, ...others];
}

/** What to ask for. A target that this machine would get anyway is left out: Burrow knows best. */
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
    ...(source === 'auto' ? {} : { from: source === 'url' ? url.trim() : source }),
  };
}
