export { type DistributionFacts, isPackageFile, readPackages } from './packages.ts';
