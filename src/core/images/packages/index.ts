export { isPackageFile, readPackages } from './packages.ts';
