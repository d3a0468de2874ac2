export { listLeftovers, planPrune, pruneThese } from './prune.ts';
