export { type FunctionFacts, readFunctionFacts } from './function-facts.ts';
export {
  fixedTables,
  functionData,
  functionDataCount,
  type FunctionList,
  functionName,
  pcTable,
  pcTableCount,
} from './function-list.ts';
export type { ModuleData } from './module-data.ts';
export { packageOfSymbol } from './symbol-package.ts';
