import { implement } from '@orpc/server';
import { modulesContract } from '#contract/modules';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(modulesContract).$context<ApiContext>().use(failing);

export default implementer.router({
  list: implementer.list.handler(async ({ context, input, signal }) => {
    const { listModules } = await import('#core/modules');
    return listModules(context.system, await context.historyIfReadable(), input, signal);
  }),
  why: implementer.why.handler(async ({ context, input, signal }) => {
    const { whyModule } = await import('#core/modules');
    return whyModule(context.system, await context.historyIfReadable(), input, signal);
  }),
  tryWithout: implementer.tryWithout.handler(async function* ({ context, input, signal }) {
    const { tryWithout } = await import('#core/modules');
    return yield* tryWithout(context.system, await context.history(), input, signal);
  }),
  check: implementer.check.handler(async function* ({ context, input, signal }) {
    const { checkModules } = await import('#core/modules');
    return yield* checkModules(context.system, input, signal);
  }),
});
