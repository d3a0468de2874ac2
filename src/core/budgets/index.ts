import '#contract/budget-failures';

export { checkBudgets } from './check.ts';
export { checkImage } from './check-image.ts';
