export { gccgoPackages, isGccgo } from './gccgo.ts';
export { tinygoPackages, tinygoVersion } from './tinygo.ts';
