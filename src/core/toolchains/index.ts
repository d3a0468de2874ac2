export { goSetting, proxyIsOff } from './goenv/index.ts';
export { installToolchain, sourceNeeds } from './install/index.ts';
export {
  availableReleases,
  inventory,
  knownSupport,
  listToolchains,
  namedToolchain,
  removeToolchain,
  updatesFor,
} from './inventory/index.ts';
export {
  adoptToolchain,
  discoverToolchains,
  forgetToolchain,
  goneToolchains,
  ownerCommand,
  replacementOf,
  takeOver,
} from './managers/index.ts';
export { knownRelease } from './releases/index.ts';
export { installedVersions, readGoroot } from './store/index.ts';
export { planPrune, pruneThese, smokeTest, verifyToolchains } from './upkeep/index.ts';
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
