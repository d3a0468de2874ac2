export {
  adoptToolchain,
  forgetToolchain,
  installToolchain,
  pruneThese,
  removeToolchain,
  takeOver,
  verifyToolchains,
} from './changes.ts';
export { InstallRuns } from './install-runs.ts';
export { unpinGo, unuseGo, useGo } from './pinning/index.ts';
export { providedGo } from './provide.ts';
export {
  commandGo,
  currentGo,
  firstGo,
  folderAfterChdir,
  folderOfCommand,
  goFor,
  type OtherGo,
  otherGos,
  type RunnableGo,
  resolveGo,
  whichTool,
} from './resolving/index.ts';
export {
  linkFolder,
  listLinks,
  oddShims,
  refreshLinks,
  refreshShims,
  renewShims,
  unlinkFolder,
} from './shims/index.ts';
export { wishFiles } from './wishes/index.ts';
