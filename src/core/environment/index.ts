export { compareShells } from './consistency/index.ts';
export { isFromTerminal, loginEnvironment } from './desktop/index.ts';
export { previewGoFile, updateEnvFile, writeGoFile } from './go-file/index.ts';
export { listVariables } from './list.ts';
export { adderOf, putBefore, traceStart, whoSet } from './who-set/index.ts';
