export { previewGoFile, updateEnvFile, writeGoFile } from './go-file/index.ts';
export { listVariables } from './list.ts';
export { adderOf, putBefore, setterOf, type Traced, traceStart, whoSet } from './who-set/index.ts';
