import { implement } from '@orpc/server';
import { environmentContract } from '#contract/environment';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(environmentContract).$context<ApiContext>().use(failing);

export default implementer.router({
  list: implementer.list.handler(async ({ context, input, signal }) => {
    const { listVariables } = await import('#core/environment');
    return listVariables(context.system, input, signal);
  }),
  whoSet: implementer.whoSet.handler(async ({ context, input, signal }) => {
    const { whoSet } = await import('#core/environment');
    return whoSet(context.system, input, signal);
  }),
});
