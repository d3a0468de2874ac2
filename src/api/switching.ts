import { implement } from '@orpc/server';
import { switchingContract } from '#contract/switching';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';
import { changedVariables } from './variables.ts';

const implementer = implement(switchingContract).$context<ApiContext>().use(failing);

export default implementer.router({
  current: implementer.current.handler(async ({ context, input }) => {
    const { resolveGo } = await import('#core/switching');
    return resolveGo(context.system, input.dir);
  }),
  use: implementer.use.handler(async ({ context, input }) => {
    const { renewShims, useGo } = await import('#core/switching');
    const used = await useGo(context.system, input);
    await renewShims(context.system);
    return used;
  }),
  unuse: implementer.unuse.handler(async ({ context, input }) => {
    const { renewShims, unuseGo } = await import('#core/switching');
    const unused = await unuseGo(context.system, input);
    await renewShims(context.system);
    return unused;
  }),
  which: implementer.which.handler(async ({ context, input }) => {
    const { whichTool } = await import('#core/switching');
    return whichTool(context.system, input.tool, input.dir, input.arch);
  }),
  environment: implementer.environment.handler(async function* ({ context, input, signal }) {
    const { providedGo } = await import('#core/switching');
    const go = yield* providedGo(context.system, input, signal);
    return {
      version: go.version,
      path: go.path,
      variables: changedVariables(context.system.env, go.env),
    };
  }),
});
