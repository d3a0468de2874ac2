export { becomeDefault, hasDefault, isFirst } from './first-default.ts';
export { tryWithLockIfRoom } from './try-lock.ts';
export {
  defaultToolchain,
  type Installed,
  installedVersions,
  type Recorded,
  recordedVersions,
} from './installed.ts';
export { downloadsFolder, goBinary, placesOf, type ToolchainPlaces } from './layout.ts';
export { clearLeftovers, discard, removeLink } from './leftovers.ts';
export { fileLines, type Manifest, readManifest, recordedFiles, writeManifest } from './manifest.ts';
export { isBuiltFor, readGoroot } from './read-goroot.ts';
export { type Staged, swap } from './swap.ts';
export { versionIn, versionLine } from './version-file.ts';
