import '#contract/budget-failures';

export { checkBudgets } from './check.ts';
