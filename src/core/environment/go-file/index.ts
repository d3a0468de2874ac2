export { checkValue, checkVariable, problemOf, type ValueProblem } from './check.ts';
export { updateEnvFile } from './update.ts';
export { previewGoFile, writeGoFile } from './write.ts';
