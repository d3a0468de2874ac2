export { updateEnvFile } from './update.ts';
export { previewGoFile, writeGoFile } from './write.ts';
