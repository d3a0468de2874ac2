export { blockFor } from './block-text.ts';
export { findBlock, type Splice, spliced } from './burrow-block.ts';
export { type Edit, editFor, generatedBy, type ProfileText, sha256, stateOf } from './edit.ts';
export { commentOut, offLines, uncommented } from './comment-out.ts';
export { envFilePaths, envFiles } from './env-files.ts';
export { wholeLines } from './whole-lines.ts';
export { placeBlock } from './placement.ts';
