export { bytesIn, listLeftovers, planPrune, pruneThese } from './prune/index.ts';
export { smokeTest } from './smoke/index.ts';
export { verifyToolchains } from './verify/index.ts';
