import { runsAs } from '#contract/runs-as';
import type { AvailableResult, OfferSources, Release } from '#contract/toolchains';
import type { System } from '#core/system';
import {
  askOffer,
  type IndexedRelease,
  listsToolchain,
  type Offer,
  type ProxyListing,
} from '../releases/index.ts';
import { type Installed, installedVersions } from '../store/index.ts';
import {
  compareVersions,
  isPrerelease,
  minorOf,
  minorReleased,
  supportedMinors,
  targetHere,
} from '../versions/index.ts';

/**
 * The available releases, newest first; without `all` the newest patch of each minor version, and the newest
 * pre-release if it is ahead of every stable one. Works offline. Failures: cancelled.
 */
export async function availableReleases(
  system: System,
  options: { all?: boolean | undefined; signal?: AbortSignal | undefined } = {},
): Promise<AvailableResult> {
  const [{ index, proxy, releases }, installed] = await Promise.all([
    askOffer(system, options.signal),
    installedVersions(system),
  ]);
  const shown = options.all ? releases : newestOfEachMinor(releases);
  const supported = supportedMinors(releases.map(({ version }) => version));
  return {
    releases: shown.map((release) => describeRelease(system, release, { supported, installed, proxy })),
    ...sourcesOf({ index, proxy }),
  };
}

/** The sources of the available releases, and their dates. */
export function sourcesOf({ index, proxy }: Pick<Offer, 'index' | 'proxy'>): OfferSources {
  return {
    origin: index.origin,
    asOf: index.asOf,
    proxy: proxy && { url: proxy.url, origin: proxy.origin, asOf: proxy.asOf },
  };
}

/** Expects releases newest first. Leaves out pre-releases of minor versions that have been released. */
export function newestOfEachMinor(releases: readonly IndexedRelease[]): IndexedRelease[] {
  const minors = new Set<string>();
  const newestStable = releases.find(({ version }) => !isPrerelease(version))?.version ?? '';
  return releases.filter(({ version }) => {
    const minor = minorOf(version);
    if (minors.has(minor)) return false;
    if (isPrerelease(version) && compareVersions(version, newestStable) < 0) return false;
    minors.add(minor);
    return true;
  });
}

/** A release as seen from this machine. */
export function describeRelease(
  system: Pick<System, 'os' | 'arch'>,
  release: IndexedRelease,
  known: {
    supported: ReadonlySet<string>;
    installed: readonly Installed[];
    proxy: Pick<ProxyListing, 'toolchains'> | null;
  },
): Release {
  const { version } = release;
  const here = targetHere(system, version);
  const offered =
    release.files.some(({ kind, os, arch }) => kind === 'archive' && os === here.os && arch === here.arch) ||
    listsToolchain(known.proxy, { version, ...here });
  return {
    ...release,
    listedBy: release.files.length > 0 ? 'index' : 'proxy',
    minorReleased: minorReleased(version),
    supported: !isPrerelease(version) && known.supported.has(minorOf(version)),
    installed: known.installed.some(
      (each) => each.version === version && each.os === here.os && each.arch === here.arch,
    ),
    target: offered ? { ...here, runsAs: runsAs(system, here) } : null,
  };
}
