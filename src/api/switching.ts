import { implementer } from './implementer.ts';
import { changedVariables } from './variables.ts';

export const switching = implementer.switching.router({
  current: implementer.switching.current.handler(async ({ context, input }) => {
    const { resolveGo } = await import('#core/switching');
    return resolveGo(context.system, input.dir);
  }),
  use: implementer.switching.use.handler(async ({ context, input }) => {
    const { useGo } = await import('#core/switching');
    return useGo(context.system, input);
  }),
  which: implementer.switching.which.handler(async ({ context, input }) => {
    const { whichTool } = await import('#core/switching');
    return whichTool(context.system, input.tool, input.dir);
  }),
  environment: implementer.switching.environment.handler(async ({ context, input }) => {
    const { goFor } = await import('#core/switching');
    const go = await goFor(context.system, input.dir, input.version);
    return {
      version: go.version,
      path: go.path,
      variables: changedVariables(context.system.env, go.env),
    };
  }),
});
