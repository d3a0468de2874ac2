export { blockFor } from './block-text.ts';
export { type Splice, spliced } from './burrow-block.ts';
export { type Edit, editFor, type ProfileText, sha256, stateOf } from './edit.ts';
export { envFiles } from './env-files.ts';
