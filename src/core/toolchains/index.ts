export { goSetting, proxyIsOff } from './goenv/index.ts';
export { sourceNeeds } from './install/index.ts';
export {
  availableReleases,
  inventory,
  knownSupport,
  listToolchains,
  namedToolchain,
  updatesFor,
} from './inventory/index.ts';
export { discoverToolchains, ownerCommand } from './managers/index.ts';
export { installedVersions, readGoroot } from './store/index.ts';
export { planPrune, smokeTest } from './upkeep/index.ts';
export {
  choosePinned,
  compareVersions,
  firstWords,
  isNativeOnOffer,
  isPrerelease,
  meetsPin,
  minorOf,
  type Pin,
  parseVersion,
  readPin,
  readVersion,
  runsAs,
  type WrittenVersion,
} from './versions/index.ts';
