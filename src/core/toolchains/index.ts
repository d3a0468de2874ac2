export {
  cachedToolchain,
  escapedPath,
  gosOnPath,
  goSetting,
  matchingPattern,
  moduleCacheFolder,
  modulePath,
  moduleVersion,
  parseProxies,
  type ProxyEntry,
  proxyIsOff,
  readEnvFile,
  readGorootEnvFile,
  readUserEnvFile,
  type Setting,
  settingsOf,
  userEnvFile,
} from './goenv/index.ts';
export { lookUp, moduleHash, parseChecksumDatabase, readRequest, sourceNeeds } from './install/index.ts';
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
export { ask } from './network/index.ts';
export { knownRelease, knownVersions } from './releases/index.ts';
export {
  goBinary,
  hasDefault,
  installedVersions,
  readGoroot,
  recordedVersions,
  versionIn,
} from './store/index.ts';
export { bytesIn, listLeftovers, planPrune, smokeTest } from './upkeep/index.ts';
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
  newestReleaseDay,
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
