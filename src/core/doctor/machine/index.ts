export { type Entry, sampleBuildCache, statsOf } from './build-cache.ts';
export { type CgoPackage, cgoPackages } from './cgo-packages.ts';
export { folderEvidence, type GoFolder, type GoFolders, goFolders, settingEvidence } from './go-folders.ts';
export { installCommand, packageManager } from './install-program.ts';
export { isNetworkDisk, type Mount, mountOf, readMounts } from './mounts.ts';
export { nearestThere } from './nearest.ts';
