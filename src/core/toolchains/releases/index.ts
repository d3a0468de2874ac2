export { bundledIndex } from './bundled-index.ts';
export { type Chosen, choose } from './choose.ts';
export type { IndexedRelease } from './index-format.ts';
export { knownRelease } from './known-release.ts';
export { askOffer, knownOffer, knownVersions, listsToolchain, type Offer } from './offer.ts';
export { type ProxyListing, proxyListing } from './proxy-listing.ts';
export { downloadSites, knownIndex, type ReleaseIndex, releaseIndex } from './release-index.ts';
export { type Asked, meets, readWanted } from './wanted.ts';
