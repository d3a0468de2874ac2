import { implement } from '@orpc/server';
import { budgetsContract } from '#contract/budgets';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(budgetsContract).$context<ApiContext>().use(failing);

export default implementer.router({
  check: implementer.check.handler(async ({ context, input }) => {
    const { checkBudgets } = await import('#core/budgets');
    return checkBudgets(context.system, await context.history(), input);
  }),
});
