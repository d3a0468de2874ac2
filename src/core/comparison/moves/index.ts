export { findMoves } from './find-moves.ts';
export { moduleName } from './module-moves.ts';
