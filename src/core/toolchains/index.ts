export { availableReleases } from './available.ts';
export { installToolchain } from './install.ts';
export { installedVersions, readDefault } from './installed.ts';
export { listToolchains } from './inventory.ts';
export { removeToolchain } from './remove.ts';
export { compareVersions, isPrerelease, minorOf, parseVersion } from './versions.ts';
