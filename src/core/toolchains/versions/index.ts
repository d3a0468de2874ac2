export { type Lines, linesOf, maxBytes, withoutMark, withoutNul, wordsOf } from './lines.ts';
export {
  choosePinned,
  firstWords,
  imageTags,
  meetsPin,
  type Pin,
  readPin,
  readVersion,
  type WrittenVersion,
} from './pins.ts';
export { newestReleaseDay } from './release-days.ts';
export { endOfLife, minorReleased, supportedMinors } from './support.ts';
export {
  archFromIndex,
  archiveName,
  folderName,
  isNativeOnOffer,
  parseFolderName,
  type ToolchainId,
  targetHere,
} from './targets.ts';
export { compareVersions, isLanguageVersion, isPrerelease, minorOf, parseVersion } from './versions.ts';
