export { type FunctionFacts, readFunctionFacts } from './function-facts.ts';
export { packageOfSymbol } from './symbol-package.ts';
