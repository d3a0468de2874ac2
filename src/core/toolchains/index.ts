export {
  cachedToolchain,
  gosOnPath,
  goSetting,
  moduleCacheFolder,
  proxyIsOff,
  readEnvFile,
  readGorootEnvFile,
  readUserEnvFile,
  type Setting,
  settingsOf,
} from './goenv/index.ts';
export { sourceNeeds } from './install/index.ts';
export {
  availableReleases,
  inventory,
  knownSupport,
  listToolchains,
  namedToolchain,
  updatesFor,
} from './inventory/index.ts';
export {
  discoverToolchains,
  goneToolchains,
  ownerCommand,
  profileMarks,
  readDlCommand,
  replacementOf,
} from './managers/index.ts';
export { knownRelease } from './releases/index.ts';
export { goBinary, hasDefault, installedVersions, readGoroot, versionIn } from './store/index.ts';
export { planPrune, smokeTest } from './upkeep/index.ts';
export {
  choosePinned,
  compareVersions,
  firstWords,
  imageTags,
  isLanguageVersion,
  isNativeOnOffer,
  isPrerelease,
  type Lines,
  linesOf,
  maxBytes,
  meetsPin,
  minorOf,
  type Pin,
  parseFolderName,
  parseVersion,
  readPin,
  readVersion,
  withoutMark,
  withoutNul,
  wordsOf,
  type WrittenVersion,
} from './versions/index.ts';
