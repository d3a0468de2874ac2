export { previewGoFile, updateEnvFile, writeGoFile } from './go-file/index.ts';
export { listVariables } from './list.ts';
