export { ArrivingTarGz } from './archives/arriving-tar-gz.ts';
export { unpackPkg, unpackTarGz, unpackZip } from './archives/unpack.ts';
export type { Unpacked, UnpackedFile } from './archives/unpack-job.ts';
export type { UnpackProgress } from './archives/unpack-run.ts';
export { download } from './download.ts';
export { discardPart } from './partial-file.ts';
export { errorCode, fileFailure } from './failures.ts';
export {
  clearTemporaries,
  moveIntoPlace,
  readStart,
  readTextIfThere,
  syncFolder,
  writeFileAtomic,
} from './files.ts';
export { isOwnHome, prepareHome } from './home.ts';
export { IdleWatch } from './idle-watch.ts';
export { localSystem } from './local.ts';
export { lockSaying } from './lock-saying.ts';
export { acquireLock, clearDeadClaims, withLock } from './locks.ts';
export { describeMachine } from './machine.ts';
export { type BurrowPaths, burrowPaths } from './paths.ts';
export { maskSecrets } from './secrets.ts';
export type { Command, Finished, HostArch, HostOS, OutputChunk, System } from './system.ts';
