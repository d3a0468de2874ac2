import { implement } from '@orpc/server';
import { toolsContract } from '#contract/tools';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(toolsContract).$context<ApiContext>().use(failing);

export default implementer.router({
  list: implementer.list.handler(async ({ context }) => {
    const { listTools } = await import('#core/tools');
    return listTools(context.system);
  }),
  summary: implementer.summary.handler(async ({ context }) => {
    const { summarizeTools } = await import('#core/tools');
    return summarizeTools(context.system);
  }),
  planRebuild: implementer.planRebuild.handler(async ({ context, input }) => {
    const { planRebuild } = await import('#core/tools');
    return planRebuild(context.system, input);
  }),
  rebuild: implementer.rebuild.handler(async function* ({ context, input, signal }) {
    const { rebuildTools } = await import('#core/tools');
    return yield* rebuildTools(context.system, input, signal);
  }),
});
