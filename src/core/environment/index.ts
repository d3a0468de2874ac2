export { compareShells, goIn, whereGoRuns } from './consistency/index.ts';
export { desktopEnvironment, isFromTerminal, loginEnvironment } from './desktop/index.ts';
export { updateEnvFile } from './go-file/index.ts';
export { listVariables } from './list.ts';
export { previewVariables, setVariables, writeVariables } from './managed/index.ts';
export {
  measureProxies,
  moduleRoute,
  moduleVariables,
  proxySettings,
  routeOf,
  testProxies,
} from './proxies/index.ts';
export {
  freshEnvironment,
  knownShell,
  runUntil,
  seeStarts,
  type SeenStart,
  startArguments,
} from './starting/index.ts';
export { adderOf, putBefore, traceStart, whoSet } from './who-set/index.ts';
export {
  checkBaseline,
  compareSnapshots,
  keepSnapshot,
  listKept,
  readKept,
  saveSnapshot,
  takeSnapshot,
} from './snapshots/index.ts';
