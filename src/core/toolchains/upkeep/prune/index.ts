export { planPrune, pruneThese } from './prune.ts';
