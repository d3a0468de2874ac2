import { addFailures } from './failure.ts';
import { budgetFailures } from './failures/budgets.ts';
import { imageBudgetFailures } from './failures/image-budgets.ts';

// Import this file before such a failure is described. It is apart because the first page of the app does without.
addFailures(budgetFailures);
addFailures(imageBudgetFailures);
