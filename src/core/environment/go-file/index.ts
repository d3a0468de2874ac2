export { checkValue, checkVariable, problemOf } from './check.ts';
export { updateEnvFile } from './update.ts';
export { previewGoFile, writeGoFile } from './write.ts';
