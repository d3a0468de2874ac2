export { updateEnvFile } from './go-file/index.ts';
export { listVariables } from './list.ts';
export { previewVariables, setVariables, writeVariables } from './managed/index.ts';
