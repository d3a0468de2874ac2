export { availableReleases } from './available.ts';
export { knownSupport } from './known-support.ts';
export { findToolchain, inventory, listToolchains } from './list.ts';
export { meant, namedToolchain, type Which } from './named.ts';
export { removeOne, removeToolchain } from './remove.ts';
export { updatesFor } from './updates.ts';
