export { type FunctionFacts, readFunctionFacts } from './function-facts.ts';
export { PackageSums } from './package-sizes.ts';
export { packageOfSymbol } from './symbol-package.ts';
