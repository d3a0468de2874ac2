export { type FunctionFacts, readFunctionFacts } from './function-facts.ts';
export {
  eachPcTable,
  functionData,
  functionDataCount,
  functionName,
  type FunctionList,
  pcTable,
  pcTableCount,
  unitOf,
} from './function-list.ts';
export { functionSizes } from './function-names.ts';
export type { ModuleData } from './module-data.ts';
export { ownerOfAddress } from './owner-of-address.ts';
export { PackageNames } from './package-names.ts';
export { Packages } from './packages.ts';
export { generatedPackage, packageOfSymbol, packageOfType } from './symbol-package.ts';
