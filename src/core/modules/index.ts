export { checkModules } from './check.ts';
export { listModules } from './list.ts';
