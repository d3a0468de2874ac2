export { bucketOrder, type Claim, fillBuckets } from './buckets.ts';
export { moduleOfPackage, type ModuleSizes, sizeModules } from './module-sizes.ts';
