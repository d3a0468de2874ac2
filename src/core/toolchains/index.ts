export {
  cachedToolchain,
  goSetting,
  moduleCacheFolder,
  proxyIsOff,
  readGorootEnvFile,
  readUserEnvFile,
  type Setting,
  settingsOf,
} from './goenv/index.ts';
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
  ownerCommand,
  readDlCommand,
  takeOver,
} from './managers/index.ts';
export { installedVersions, readGoroot, versionIn } from './store/index.ts';
export { planPrune, pruneThese, smokeTest, verifyToolchains } from './upkeep/index.ts';
export {
  choosePinned,
  compareVersions,
  firstWords,
  isLanguageVersion,
  isNativeOnOffer,
  isPrerelease,
  meetsPin,
  minorOf,
  type Pin,
  parseFolderName,
  parseVersion,
  readPin,
  readVersion,
  runsAs,
  type WrittenVersion,
} from './versions/index.ts';
