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
    const { useGo } = await import('#core/switching');
    return useGo(context.system, input);
  }),
  unuse: implementer.unuse.handler(async ({ context, input }) => {
    const { unuseGo } = await import('#core/switching');
    return unuseGo(context.system, input);
  }),
  which: implementer.which.handler(async ({ context, input }) => {
    const { whichTool } = await import('#core/switching');
    return whichTool(context.system, input.tool, input.dir, input.arch);
  }),
  environment: implementer.environment.handler(async ({ context, input }) => {
    const { goFor } = await import('#core/switching');
    const go = await goFor(context.system, input.dir, input.version, input.arch);
    return {
      version: go.version,
      path: go.path,
      variables: changedVariables(context.system.env, go.env),
    };
  }),
});
