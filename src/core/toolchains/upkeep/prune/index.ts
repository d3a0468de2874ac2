export { bytesIn } from './folder-bytes.ts';
export { planPrune, pruneThese } from './prune.ts';
