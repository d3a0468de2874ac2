export { bytesIn } from './folder-bytes.ts';
export { listLeftovers, planPrune, pruneThese } from './prune.ts';
