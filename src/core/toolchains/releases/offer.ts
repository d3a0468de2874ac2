import type { System } from '#core/system';
import { compareVersions, folderName, isPrerelease, type ToolchainId } from '../versions/index.ts';
import type { IndexedRelease } from './index-format.ts';
import { keptListing, type ProxyListing, proxyListing } from './proxy-listing.ts';
import { knownIndex, type ReleaseIndex, releaseIndex } from './release-index.ts';

/** What can be installed, according to an index and a module proxy. */
export interface Offer {
  index: ReleaseIndex;
  /** null: the index is newer than what a proxy listed, or there is no proxy. */
  proxy: ProxyListing | null;
  /** Of both, newest first; what only the proxy lists has no files, since a proxy provides no checksums. */
  releases: IndexedRelease[];
}

/**
 * Asks the official sites; when none answers, also the module proxies, which know releases newer than the cached index.
 * Failures: cancelled.
 */
export async function askOffer(system: System, signal?: AbortSignal): Promise<Offer> {
  const index = await releaseIndex(system, signal);
  return offerOf(index, index.origin === 'live' ? null : await proxyListing(system, signal));
}

/** Like `askOffer`, without network: from what is cached or bundled. */
export async function knownOffer(system: System): Promise<Offer> {
  const [index, proxy] = await Promise.all([knownIndex(system), keptListing(system)]);
  return offerOf(index, proxy);
}

/** All versions that can be installed, newest first, as far as this machine knows. */
export async function knownVersions(system: System): Promise<string[]> {
  return (await knownOffer(system)).releases.map(({ version }) => version);
}

function offerOf(index: ReleaseIndex, listing: ProxyListing | null): Offer {
  // The official index lists a release before a proxy does, so an older listing adds nothing but its date.
  const proxy = listing && (listing.origin === 'live' || listing.asOf >= index.asOf) ? listing : null;
  return { index, proxy, releases: mergeReleases(index.releases, proxy?.toolchains ?? []) };
}

/** The index's releases, and those that only a proxy has, without files. Newest first. */
export function mergeReleases(
  releases: readonly IndexedRelease[],
  atProxy: readonly ToolchainId[],
): IndexedRelease[] {
  const known = new Set(releases.map(({ version }) => version));
  const more = new Set(atProxy.map(({ version }) => version).filter((version) => !known.has(version)));
  const added = [...more].map((version) => ({ version, stable: !isPrerelease(version), files: [] }));
  return [...releases, ...added].toSorted((a, b) => compareVersions(b.version, a.version));
}

/** Whether a proxy lists this toolchain. */
export function listsToolchain(proxy: Pick<ProxyListing, 'toolchains'> | null, id: ToolchainId): boolean {
  return proxy?.toolchains.some((each) => folderName(each) === folderName(id)) ?? false;
}
