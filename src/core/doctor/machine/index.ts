export { type Entry, sampleBuildCache, statsOf } from './build-cache.ts';
export { type CgoPackage, cgoPackages } from './cgo-packages.ts';
export { type DeveloperFolder, developerFolder } from './developer-folder.ts';
export { folderEvidence, type GoFolder, goFolders, settingEvidence } from './go-folders.ts';
export { installCommand, packageManager } from './install-program.ts';
export { hasModes, isNetworkDisk, type Mount, mountOf, readMounts } from './mounts.ts';
export { nearestThere } from './nearest.ts';
export { oncePerPlace } from './place.ts';
