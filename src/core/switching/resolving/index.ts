export { folderAfterChdir, folderOfCommand } from './chdir.ts';
export { choose } from './choose.ts';
export type { Supply } from './decide.ts';
export { disagreement, isThere } from './explain.ts';
export { goFor, type RunnableGo, whichTool } from './go-for.ts';
export { type OtherGo, otherGos } from './other-go.ts';
export { mustBeFolder, resolveGo, runnable } from './resolve.ts';
export { shimMark } from './shim-mark.ts';
export { runnableTargets } from './targets.ts';
