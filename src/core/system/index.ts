export {
  ArrivingTarGz,
  type Unpacked,
  type UnpackedFile,
  type UnpackProgress,
  unpackPkg,
  unpackTarGz,
  unpackZip,
} from './archives/index.ts';
export {
  type DownloadProgress,
  discardPart,
  download,
  downloadWithRetries,
  IdleTimeout,
  TransferRate,
} from './downloads/index.ts';
export { allEnded } from './all-ended.ts';
export { shrinkHeap } from './buffer-sweeper.ts';
export { errorCode, fileFailure } from './failures.ts';
export {
  clearTemporaries,
  createFileAtomic,
  makeFolder,
  moveIntoPlace,
  readStart,
  readStartBytes,
  readTextIfThere,
  syncFolder,
  writeFileAtomic,
} from './files.ts';
export { isOwnHome, prepareHome } from './home.ts';
export { refuseForeignFolder, refuseForeignHome } from './trust.ts';
export { killProcesses, localSystem, streamBytes } from './local/index.ts';
export { isPrivateGroup } from './private-group.ts';
export { installation, readResource } from './installation.ts';
export { editDistance } from './edit-distance.ts';
export { acquireLockWithProgress } from './lock-progress.ts';
export { LogTail } from './log-tail.ts';
export { acquireLock, clearDeadClaims, isLocked, withLock } from './locks.ts';
export { describeMachine } from './machine.ts';
export { openForeign, openForeignSync, readForeign, readForeignStart } from './open-foreign.ts';
export { findOnPath, hasCCompiler, isOnPath, pathFolders, withAbsolutePath } from './on-path.ts';
export { type BurrowPaths, burrowPaths } from './paths.ts';
export { profileMark } from './profile-mark.ts';
export { goesOn, reasonOf, Runs } from './runs.ts';
export {
  isPlainValue,
  isSecretName,
  maskArguments,
  maskAssignment,
  maskImageStep,
  maskSecrets,
  secretValuesIn,
} from './secrets/index.ts';
export { findShells, loginShell, shellsOfSystem } from './shells.ts';
export { isFile, isProgram, realPath } from './small-file.ts';
export { trimmed, trimmedEnd } from './trimmed.ts';
export { typedPath } from './typed-path.ts';
export type { Command, Finished, HostArch, HostOS, OutputChunk, System } from './system.ts';
