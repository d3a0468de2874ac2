export { availableReleases } from './available.ts';
export { installToolchain } from './install.ts';
export { installedVersions } from './installed.ts';
export { listToolchains } from './inventory.ts';
export {
  choosePinned,
  firstWords,
  meetsPin,
  type Pin,
  readPin,
  readVersion,
  type WrittenVersion,
} from './pins.ts';
export { removeToolchain } from './remove.ts';
export { compareVersions, isPrerelease, minorOf, parseVersion } from './versions.ts';
