export { fromSource } from './from-source.ts';
export { planSource, sourceNeeds } from './plan-source.ts';
