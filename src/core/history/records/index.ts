export { exportLines } from './export.ts';
export { importFile } from './import.ts';
