export { bucketOrder, type Claim, fillBuckets } from './buckets.ts';
export { type ModuleSizes, sizeModules } from './module-sizes.ts';
