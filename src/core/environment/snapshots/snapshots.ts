export { checkBaseline } from './check.ts';
export { keepSnapshot, listKept, readKept } from './kept.ts';
export { saveSnapshot } from './save.ts';
export { compareSnapshots } from './sides.ts';
export { takeSnapshot } from './take.ts';
